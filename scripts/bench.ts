// Measures what the project promises, and prints it with what it was measured on:
//
//     npm run -s bench -- <segments|pipeline|ledger-growth|load|send|inbound|receipts|codes|codes-stored|sources|throughput|campaign> [--json]

import { cpus } from 'node:os';
import { type Bench } from './bench/bench';

const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
	segments: async () => (await import('./bench/segments')).segments,
	'ledger-growth': async () => (await import('./bench/ledger-growth')).ledgerGrowth,
	pipeline: async () => (await import('./bench/pipeline')).pipeline,
	load: async () => (await import('./bench/load')).load,
	send: async () => (await import('./bench/send')).send,
	inbound: async () => (await import('./bench/inbound')).inbound,
	receipts: async () => (await import('./bench/inbound')).receipts,
	codes: async () => (await import('./bench/codes')).codes,
	sources: async () => (await import('./bench/sources')).sources,
	'codes-stored': async () => (await import('./bench/codes-stored')).codesStored,
	campaign: async () => (await import('./bench/campaign')).campaign,
	throughput: async () => (await import('./bench/throughput')).throughput,
};

async function main(args: readonly string[]): Promise<number> {
	const name = args.find((argument) => !argument.startsWith('--'));
	const load = name ? BENCHES[name] : undefined;
	if (!name || !load) {
		console.error(`usage: npm run -s bench -- <${Object.keys(BENCHES).join('|')}> [--json]`);
		return 2;
	}
	const { about, unit, higherIsBetter, run } = await load();
	const { runs, peers = {}, peakMb } = await run();
	const median = medianOf(runs);
	const ratios = Object.fromEntries(
		Object.entries(peers).map(([peer, values]) => {
			const peerMedian = medianOf(values);
			return [peer, { median: peerMedian, ratio: higherIsBetter ? median / peerMedian : peerMedian / median }];
		}),
	);
	const rssMb = peakMb?.ours ?? Math.round(process.memoryUsage.rss() / 1024 / 1024);
	if (args.includes('--json')) {
		console.log(JSON.stringify({ name, runs, median, unit, peers: ratios, rssMb, peakMb }));
		return 0;
	}
	const cpu = cpus();
	console.log(`${name}: ${about}`);
	console.log(`on ${cpu.length} × ${cpu[0]?.model.trim()}, Node ${process.versions.node}`);
	console.log(`${format(median)} ${unit} (median of ${runs.map(format).join(', ')}); ${rssMb} MB resident`);
	for (const [peer, { median: value, ratio }] of Object.entries(ratios)) {
		console.log(`${peer}: ${format(value)} ${unit}, ours is ${ratio.toFixed(ratio < 10 ? 2 : 0)} times as good`);
	}
	if (peakMb) {
		const peaks = Object.entries(peakMb).map(([who, megabytes]) => `${who} ${megabytes} MB`);
		console.log(`most memory: ${peaks.join(', ')}`);
	}
	return 0;
}

const medianOf = (values: readonly number[]) =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

const format = (value: number) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3));

void main(process.argv.slice(2)).then((code) => {
	process.exitCode = code;
});
