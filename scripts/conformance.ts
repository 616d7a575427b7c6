// Feeds recorded cases through the code of lib/ that ships:
//
//     npm run -s conformance -- <kind> <path> [--json]
//
// One line for each failing case (file · field · wanted · got), then "<kind>: <passed>/<total>". Exits 0 when all pass.

import { checkGate } from './conformance/gate';
import { checkKeywords } from './conformance/keywords';
import { checkOrders } from './conformance/orders';
import { type Report } from './conformance/report';
import { checkSegments } from './conformance/segments';
import { checkSignatures } from './conformance/signatures';
import { checkWebhooks } from './conformance/webhooks';

const KINDS: Readonly<Record<string, (path: string) => Report | Promise<Report>>> = {
	gate: checkGate,
	keywords: checkKeywords,
	orders: checkOrders,
	segments: checkSegments,
	signatures: checkSignatures,
	webhooks: checkWebhooks,
};

async function main(args: readonly string[]): Promise<number> {
	const [kind, path] = args.filter((argument) => !argument.startsWith('--'));
	const check = kind ? KINDS[kind] : undefined;
	if (!kind || !check || !path) {
		console.error(`usage: npm run -s conformance -- <${Object.keys(KINDS).join('|')}> <path> [--json]`);
		return 2;
	}
	const { passed, total, failures, uncounted = [] } = await check(path);
	if (args.includes('--json')) {
		console.log(JSON.stringify({ kind, passed, total, failures }));
	} else {
		for (const { case: name, field, wanted, got } of failures) {
			console.log([name, field, JSON.stringify(wanted), JSON.stringify(got)].join(' · '));
		}
		for (const { case: name, agrees } of uncounted) {
			console.log(`${name} · not counted · ${agrees ? 'agrees' : 'differs'}`);
		}
		console.log(`${kind}: ${passed}/${total}`);
	}
	return passed === total ? 0 : 1;
}

void main(process.argv.slice(2)).then((code) => (process.exitCode = code));
