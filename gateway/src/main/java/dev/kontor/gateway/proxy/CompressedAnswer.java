package dev.kontor.gateway.proxy;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.streams.WriteStream;

/** An answer that is compressed on its way out, as fast as its caller takes it. */
final class CompressedAnswer implements WriteStream<Buffer> {

    private final HttpServerResponse answer;
    private final Gzip gzip = new Gzip();

    CompressedAnswer(HttpServerResponse answer) {
        this.answer = answer;
    }

    @Override
    public Future<Void> write(Buffer plain) {
        var made = gzip.add(plain);
        return made.length() == 0 ? Future.succeededFuture() : answer.write(made);
    }

    @Override
    public void write(Buffer plain, Handler<AsyncResult<Void>> written) {
        write(plain).onComplete(written);
    }

    @Override
    public void end(Handler<AsyncResult<Void>> ended) {
        answer.end(gzip.end()).onComplete(ended);
    }

    @Override
    public WriteStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        answer.exceptionHandler(handler);
        return this;
    }

    @Override
    public WriteStream<Buffer> setWriteQueueMaxSize(int size) {
        answer.setWriteQueueMaxSize(size);
        return this;
    }

    @Override
    public boolean writeQueueFull() {
        return answer.writeQueueFull();
    }

    @Override
    public WriteStream<Buffer> drainHandler(Handler<Void> handler) {
        answer.drainHandler(handler);
        return this;
    }
}
