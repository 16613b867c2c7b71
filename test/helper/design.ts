/** The design page, on the sources as they stand. */
import { join } from 'node:path';
import { createServer } from 'vite';
import { createStaticHandler } from '../../server/http/static-files.ts';

const root = join(import.meta.dirname, '../..');

export interface Design {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Close it in `afterAll`. */
export async function startDesign(port: number): Promise<Design> {
  const server = await createServer({
    configFile: false,
    root,
    appType: 'mpa',
    logLevel: 'error',
    cacheDir: 'node_modules/.cache/design',
    tsconfig: 'tsconfig.widget.json',
    server: { host: '127.0.0.1', port, hmr: port !== 0 },
    plugins: [
      {
        // The loader is a classic script: it comes from the build, as a page gets it.
        name: 'built-widget',
        configureServer: ({ middlewares }) => {
          // No site stands behind the page: nothing opens by itself.
          middlewares.use('/v1/sites', (_, response) => {
            response.setHeader('content-type', 'text/javascript');
            response.end();
          });
          // Read anew each time: it may be built again while the page is open.
          middlewares.use((request, response, next) => {
            const isOurs = request.url?.startsWith('/v1/') === true;
            if (!isOurs || !createStaticHandler(join(root, 'dist'))(request, response)) next();
          });
        },
      },
    ],
    // All by name: one that is found late would make the page load anew.
    optimizeDeps: { noDiscovery: true, include: ['lit', 'lit/directives/repeat.js'] },
  });
  await server.listen();
  const address = server.httpServer?.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${taken}/widget/design/index.html`,
    close: () => server.close(),
  };
}
