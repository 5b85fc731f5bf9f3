package dev.emplace.bench.pricing.visibility;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;

/** A data source that notes when it was last asked to commit, and on request lets no NOTIFY through. */
final class ObservedSource {

    private final DataSource source;
    private final boolean losesNews;
    private volatile long commit;

    ObservedSource(DataSource source, boolean losesNews) {
        this.source = source;
        this.losesNews = losesNews;
    }

    /** {@link System#nanoTime} just before the last commit. */
    long commitNanos() {
        return commit;
    }

    DataSource observed() {
        return proxy(DataSource.class, (self, method, arguments) -> {
            Object result = invoked(source, method, arguments);
            return result instanceof Connection connection ? observed(connection) : result;
        });
    }

    private Connection observed(Connection connection) {
        return proxy(Connection.class, (self, method, arguments) -> {
            if (method.getName().equals("commit")) {
                commit = System.nanoTime();
            }
            Object result = invoked(connection, method, arguments);
            return losesNews && method.getName().equals("createStatement") ? silent((Statement) result) : result;
        });
    }

    private static Statement silent(Statement statement) {
        return proxy(
                Statement.class,
                (self, method, arguments) -> method.getName().equals("execute")
                                && String.valueOf(arguments[0]).startsWith("NOTIFY")
                        ? false
                        : invoked(statement, method, arguments));
    }

    private static Object invoked(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(ObservedSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
