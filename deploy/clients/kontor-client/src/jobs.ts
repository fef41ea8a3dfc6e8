/** One event of a stream (HTML, section 9.2). */
export interface StreamEvent {
  id?: string;
  event: string;
  data: string;
}

/** Reads a stream of events; what is not finished when it ends is dropped. */
export async function* events(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  let rest = '';
  let next: StreamEvent = { event: 'message', data: '' };
  let lines = 0;
  const text = body.pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>);
  for await (const part of text as unknown as AsyncIterable<string>) {
    const all = (rest + part).split(/\r\n|\n|\r(?!$)/);
    rest = all.pop() ?? '';
    for (const line of all) {
      if (line === '') {
        if (lines > 0) yield next;
        next = { event: 'message', data: '', ...(next.id !== undefined && { id: next.id }) };
        lines = 0;
        continue;
      }
      const colon = line.indexOf(':');
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
      if (field === 'data') next.data += lines++ === 0 ? value : `\n${value}`;
      else if (field === 'event') next.event = value;
      else if (field === 'id') next.id = value;
    }
  }
}
