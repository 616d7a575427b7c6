// The sandbox as Twilio, in a process of its own: the carrier must not share a core's time with n8n's event loop.
//     node --import tsx scripts/bench/carrier-process.ts <key file> <certificate file> <latency in ms>
// Prints its port. On "count" on stdin, prints how many texts it has accepted.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { startSandbox } from '../../sandbox/server';

async function main([keyFile, certFile, latency]: string[]): Promise<void> {
	const tls = { key: readFileSync(keyFile as string), cert: readFileSync(certFile as string) };
	const sandbox = await startSandbox({ port: 0, tls, timing: { latencyMs: Number(latency) } });
	console.log(sandbox.port);
	const lines = createInterface({ input: process.stdin });
	lines.on('line', () => console.log(sandbox.counters().accepted));
	lines.on('close', () => process.exit(0));
}

void main(process.argv.slice(2));
