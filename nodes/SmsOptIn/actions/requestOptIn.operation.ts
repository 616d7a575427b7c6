import { randomInt } from 'node:crypto';
import { type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { type Carrier, type CarrierConfig } from '../../../lib/carriers/carrier';
import { type Proof } from '../../../lib/domain/consent/compose-opt-in';
import { DomainError } from '../../../lib/domain/errors';
import { type RequestedOptIn, requestOptIn } from '../../../lib/flows/request-opt-in';
import { readAccount } from '../../shared/carrier-account';
import { describeTakenOver } from '../../shared/delivery';
import { readFallback, requireRepliesToFallback } from '../../shared/fallback';
import { failedItem, toNodeError } from '../../shared/node-errors';
import { withLedger } from '../../shared/open-ledger';
import { firstError, sendSideBySide, type TextJob } from '../../shared/send-side-by-side';
import { readSender } from '../../shared/sender';
import { sendingDeps } from '../../shared/sending';
import { readShop } from '../../shared/shop';
import { describePhone } from '../items';
import { type ItemRequest, readRequest } from './requestOptIn.settings';

/** Positions of the outputs; saved in workflows. */
const REQUESTED = 0;
const ALREADY_CONSENTED = 1;
const SKIPPED = 2;

interface Job extends TextJob, ItemRequest {
	asked?: RequestedOptIn;
}

/**
 * Asks for consent, or checks phones. Everything that can be wrong with the settings is found before the first text leaves.
 * The code in a text is known to nobody but the carrier and who gets it.
 */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const { jobs, failures, shop, account, fallback } = await prepare(this);
	if (failures.size > 0 && !this.continueOnFail()) {
		const [itemIndex, error] = [...failures][0] as [number, unknown];
		throw toNodeError(error, this.getNode(), itemIndex);
	}
	if (jobs.length > 0) {
		await withLedger(shop.ledger, async (ledger) => {
			const deps = { ...(await sendingDeps(this, ledger, account, shop, jobs.length, { fallback })), randomInt };
			await sendSideBySide(this, jobs, keysOf, async (job) => {
				job.asked = await requestOptIn(job.phone, job.settings, deps);
				return job.asked.skip ? undefined : job.asked.error;
			});
		}).catch((error: unknown) => {
			throw toNodeError(error, this.getNode(), 0);
		});
	}
	return collect(this, jobs, failures, account.carrier.id);
}

const keysOf = ({ phone }: Job) => [phone.e164 ?? phone.raw];

async function prepare(context: IExecuteFunctions) {
	try {
		const shop = await readShop(context);
		const account = await readAccount(context, context.getNodeParameter('carrier', 0) as string);
		const fallback = await readFallback(context, account, (name, unset) => context.getNodeParameter(name, 0, unset));
		const { carrier, credentials } = account;
		const now = new Date();
		const jobs: Job[] = [];
		const failures = new Map<number, unknown>();
		const checked = new Set<string>();
		for (const itemIndex of context.getInputData().keys()) {
			try {
				const sender = readSender(context, itemIndex, carrier, credentials);
				const request = readRequest(context, itemIndex, shop.profile, sender, now, checked);
				if (request.settings.purpose !== 'verification') {
					requireRepliesToFallback(fallback, [sender]);
					requireReplies(request.settings.proof, [carrier, ...(fallback ? [fallback.carrier] : [])]);
				}
				jobs.push({ itemIndex, ...request });
			} catch (error) {
				failures.set(itemIndex, error);
			}
		}
		return { jobs, failures, shop, account, fallback };
	} catch (error) {
		throw toNodeError(error, context.getNode(), 0);
	}
}

/** @throws DomainError where a YES is waited for that a carrier would not hand over. */
function requireReplies(proof: Proof, carriers: ReadonlyArray<Carrier<CarrierConfig>>): void {
	const silent = carriers.find(({ capabilities }) => !capabilities.replies);
	if (proof === 'code' || !silent) return;
	throw new DomainError('bad-setting', `${silent.name} hands over no replies, so nobody could answer YES`, 'Set Proof to Code, or choose another carrier.');
}

const OTHERS = 'the others went out. Who was asked for consent is not asked again when you run this once more.';

function collect(
	context: IExecuteFunctions,
	jobs: readonly Job[],
	failures: ReadonlyMap<number, unknown>,
	carrier: string,
): INodeExecutionData[][] {
	const node = context.getNode();
	const outputs: INodeExecutionData[][] = [[], [], []];
	const failed = jobs.filter(({ error }) => error !== undefined);
	if (failed.length > 0 && !context.continueOnFail()) throw firstError(context, failed, jobs.length, OTHERS);
	for (const [itemIndex, error] of failures) outputs[SKIPPED]?.push(failedItem(error, node, itemIndex));
	for (const job of jobs) {
		const pairedItem = { item: job.itemIndex };
		if (job.error !== undefined) outputs[SKIPPED]?.push(failedItem(job.error, node, job.itemIndex));
		else if (job.asked) outputs[outputOf(job.asked)]?.push({ json: describe(job, job.asked, carrier), pairedItem });
	}
	return outputs;
}

function outputOf({ skip }: RequestedOptIn): number {
	if (!skip) return REQUESTED;
	return skip.rule === 'already-consented' ? ALREADY_CONSENTED : SKIPPED;
}

function describe({ phone, settings }: Job, asked: RequestedOptIn, carrier: string): IDataObject {
	const about = {
		...describePhone(phone.e164),
		purpose: settings.purpose,
	};
	if (asked.skip) {
		const { rule, reason, nextOpening } = asked.skip;
		return { ...about, reasonCode: rule, reason, ...(nextOpening ? { nextOpening: nextOpening.toISOString() } : {}) };
	}
	const { text, receipt } = asked;
	return {
		...about,
		status: 'pending',
		proof: settings.proof,
		text: text.text,
		language: text.language,
		encoding: text.encoding,
		segments: receipt?.segments ?? text.segments,
		requestId: asked.requestId,
		expiresAt: asked.expiresAt.toISOString(),
		carrier,
		...describeTakenOver(asked.takenOver),
		messageId: receipt?.id ?? null,
	};
}
