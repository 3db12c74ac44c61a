import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Serving {
  /** Ends with a slash. */
  readonly url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Where the built site is served already. */
  readonly from: string;
  /** The folder below which to serve it again, such as `/some/where/`; anything outside is not found. */
  readonly below: string;
}

/**
 * Serves the built site as a plain host of static files would: from any path, and without the headers that make a page
 * cross-origin isolated.
 */
export async function serve({ from, below }: ServeOptions): Promise<Serving> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/';
    if (!path.startsWith(below)) return void response.writeHead(404).end('Not found');
    const original = await fetch(new URL(path.slice(below.length), from));
    const body = Buffer.from(await original.arrayBuffer());
    response.writeHead(original.status, {
      'Content-Type': original.headers.get('content-type') ?? 'application/octet-stream',
      'Content-Length': body.length,
    });
    response.end(body);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(502).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://localhost:${address.port}${below}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
