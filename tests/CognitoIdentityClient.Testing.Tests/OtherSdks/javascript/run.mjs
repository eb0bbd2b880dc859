// Bundles a story as an application does, and runs it in Node.js or in headless Chromium:
//   node run.mjs <story> node|chromium <settings as JSON>
// JAVASCRIPT_SDKS names the folder in which the packages of package.json are installed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [story, place, settings] = process.argv.slice(2);
const packages = process.env.JAVASCRIPT_SDKS;
const esbuild = createRequire(join(packages, 'package.json'))('esbuild');
const folder = await mkdtemp(join(tmpdir(), 'emulator-story-'));
try {
    const outfile = join(folder, place === 'node' ? 'story.cjs' : 'story.js');
    await esbuild.build({
        entryPoints: [join(dirname(fileURLToPath(import.meta.url)), `${story}.mjs`)],
        bundle: true,
        outfile,
        logLevel: 'error',
        nodePaths: [join(packages, 'node_modules')],
        ...place === 'node' ? { platform: 'node', format: 'cjs' } : {
            platform: 'browser', format: 'iife', globalName: 'story',
            // Of providers that read files and are never loaded in a browser.
            external: ['node:*'],
            // Version 2 of the AWS SDK expects the name that Node.js has for the global object, as its guide for bundlers says.
            define: { global: 'globalThis' },
        },
    });
    const result = place === 'node' ? await inNode(outfile) : await inChromium(outfile);
    console.log(result);
    process.exitCode = result === 'done' ? 0 : 1;
} finally {
    // A browser that was told to end may still write to its profile.
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
}

async function inNode(outfile) {
    const { run } = (await import(pathToFileURL(outfile))).default;
    await run(JSON.parse(settings));
    return 'done';
}

// From an origin of its own, as an application: what the emulator allows across origins decides.
async function inChromium(outfile) {
    const page = `<!doctype html><meta charset="utf-8"><script src="story.js"></script><script>
        const tell = text => fetch('/result', { method: 'POST', body: text });
        addEventListener('error', event => tell('failed: ' + event.message));
        story.run(${settings}).then(() => tell('done'), error => tell('failed: ' + error.stack));
        </script>`;
    let tell;
    const result = new Promise(resolve => { tell = resolve; });
    const server = createServer(async (request, response) => {
        if (request.url === '/result') {
            tell(Buffer.concat(await toArray(request)).toString());
        }

        const [type, body] = request.url === '/story.js' ? ['text/javascript', await readFile(outfile)]
            : request.url === '/' ? ['text/html', page]
            : ['text/plain', ''];
        response.writeHead(200, { 'Content-Type': type }).end(body);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const chromium = spawn('chromium', [
        '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync', `--user-data-dir=${join(folder, 'profile')}`,
        // Without it, a headless browser ends as soon as the page is loaded.
        '--remote-debugging-port=0', `http://127.0.0.1:${server.address().port}/`,
    ], { stdio: 'ignore' });
    const closed = once(chromium, 'close');
    try {
        return await Promise.race([result, closed.then(() => 'the browser ended')]);
    } finally {
        chromium.kill();
        await closed;
        server.closeAllConnections();
        server.close();
    }
}

async function toArray(stream) {
    const chunks = [];
    for await (const chunk of stream) {
        chunks.push(chunk);
    }

    return chunks;
}
