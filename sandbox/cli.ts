#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { credentialFields, SEEDED_NUMBERS } from './accounts';
import { DEFAULT_PORT, type Sandbox, startSandbox } from './server';

const HELP = `commerce-sms-sandbox: carriers and phones on your own machine

It speaks the APIs of Twilio and Telnyx and shows the texts on a page in your
browser, where you can answer them. No text leaves this machine. It also speaks
the APIs of six shops that promo codes are published to.

  --port <number>     where to listen (default ${DEFAULT_PORT}; 0 takes any free port)
  --host <address>    whom to listen to (default 127.0.0.1: this machine only)
  --public-url <url>  how n8n reaches the sandbox, if not as it listens;
                      for n8n in Docker: http://host.docker.internal:${DEFAULT_PORT}
                      together with --host 0.0.0.0
  --help              this text
`;

class UsageError extends Error {}

function readFlags(args: string[]): { port: number; host: string; publicUrl?: string } | 'help' {
	const options = {
		port: { type: 'string', default: String(DEFAULT_PORT) },
		host: { type: 'string', default: '127.0.0.1' },
		'public-url': { type: 'string' },
		help: { type: 'boolean', short: 'h', default: false },
	} as const;
	const { values } = parseArgs({ args, options });
	if (values.help) return 'help';
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('--port takes a number up to 65535');
	const publicUrl = values['public-url'];
	if (publicUrl !== undefined && !URL.canParse(publicUrl)) throw new UsageError('--public-url takes a web address');
	return { port, host: values.host, ...(publicUrl === undefined ? {} : { publicUrl }) };
}

function describe({ url, publicUrl, shops }: Sandbox): string {
	const lines = [
		'',
		`  Phones           ${url}/`,
		'',
		'  Enter in your n8n credentials (these values work only here):',
	];
	for (const { carrier, label, fields } of credentialFields(publicUrl)) {
		lines.push('', `  ${label}`);
		for (const { name, value } of fields) lines.push(`    ${name.padEnd(22)} ${value}`);
		lines.push(`    ${'All numbers'.padEnd(22)} ${SEEDED_NUMBERS[carrier].map(({ number }) => number).join('  ')}`);
	}
	lines.push('', '  Shops, for publishing promo codes', `    ${'Keys and codes'.padEnd(22)} ${url}/_sandbox/shops`);
	for (const { label, credential } of shops.view(publicUrl)) {
		lines.push(`    ${label.padEnd(22)} ${credential.baseUrl}`);
	}
	return `${lines.join('\n')}\n\n  Press Ctrl-C to stop.\n`;
}

async function main(): Promise<void> {
	const flags = readFlags(process.argv.slice(2));
	if (flags === 'help') {
		process.stdout.write(HELP);
		return;
	}
	const sandbox = await startSandbox(flags);
	process.stdout.write(describe(sandbox));
	const stop = () => void sandbox.stop().then(() => process.exit(0));
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

main().catch((error: NodeJS.ErrnoException) => {
	const inUse = error.code === 'EADDRINUSE';
	process.stderr.write(
		`${inUse ? 'That port is taken. Stop the other program or choose another with --port.' : error.message}\n`,
	);
	process.exitCode = 1;
});
