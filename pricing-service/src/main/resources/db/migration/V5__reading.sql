-- How a price came out of its document: how near to the seller the source is, what is remarkable about the price (names
-- with commas between them), and how the document writes it where that differs. What was transcribed by people has none.
alter table offer_version add column source_authority text;
alter table offer_version add column price_flags text;
alter table offer_version add column stated_price text;
