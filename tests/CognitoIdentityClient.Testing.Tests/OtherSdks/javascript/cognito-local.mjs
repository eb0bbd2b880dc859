// Starts cognito-local, an emulator of user pools, on a port that the system chooses, and prints the port. The issuer of its tokens has the
// port of its settings, so a socket takes a port first, the settings name it, and cognito-local listens on that socket.
import { once } from 'node:events';
import { Server } from 'node:http';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';

const host = process.env.HOST ?? 'localhost';
const socket = createServer().listen(0, host);
await once(socket, 'listening');

/** The port. */
export const { port } = socket.address();
process.env.PORT = `${port}`;

const listening = new Promise(resolve => {
    const listen = Server.prototype.listen;
    Server.prototype.listen = function (_port, _host, callback) {
        this.once('listening', resolve);
        return listen.call(this, socket, callback);
    };
});
createRequire(join(process.env.JAVASCRIPT_SDKS, 'package.json'))('cognito-local/lib/bin/start.js');
await listening;
console.log(`cognito-local listens on port ${port}`);
