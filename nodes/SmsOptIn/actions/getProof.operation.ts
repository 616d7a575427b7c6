import { type IBinaryKeyData, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { type ConsentState } from '../../../lib/domain/consent/consent';
import { proofPage } from '../../../lib/domain/consent/proof-page';
import { phoneObjection } from '../../../lib/flows/check-consents';
import { type ConsentEvent, type ConsentProof } from '../../../lib/ledger/consent';
import { forEachItem } from '../../shared/for-each-item';
import { withLedger } from '../../shared/open-ledger';
import { readShop, type Shop } from '../../shared/shop';
import { describePhone, readItemPhone } from '../items';

/** Positions of the outputs; saved in workflows. */
const FOUND = 0;
const NOT_FOUND = 1;

/** Everything on record about one phone. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs: INodeExecutionData[][] = [[], []];
	await forEachItem(this, outputs, NOT_FOUND, async (itemIndex) => {
		const pairedItem = { item: itemIndex };
		const shop = await readShop(this);
		const phone = readItemPhone(this, itemIndex, shop.profile);
		const { e164 } = phone;
		const proof = e164
			? await withLedger(shop.ledger, (ledger) => ledger.consentProof(shop.profile.key, e164))
			: null;
		if (!proof) {
			const reason = e164
				? `Nothing about this number was ever recorded for this shop (key "${shop.profile.key}").`
				: phoneObjection(phone);
			outputs[NOT_FOUND]?.push({ json: { ...describePhone(e164), reason }, pairedItem });
			return;
		}
		const isPageWanted = this.getNodeParameter('output', itemIndex) === 'page';
		const binary = isPageWanted ? await pageOf(this, proof, shop) : undefined;
		outputs[FOUND]?.push({ json: describeProof(proof, shop.profile.key), ...(binary ? { binary } : {}), pairedItem });
	});
	return outputs;
}

async function pageOf(context: IExecuteFunctions, proof: ConsentProof, { profile }: Shop): Promise<IBinaryKeyData> {
	const html = Buffer.from(proofPage(proof, profile.brand, new Date()));
	// file names turn up in logs and mails: no phone in them
	const name = `proof-${proof.subject.slice(0, 12)}.html`;
	return { proof: await context.helpers.prepareBinaryData(html, name, 'text/html') };
}

const iso = (date: Date | undefined) => date?.toISOString() ?? null;

function describeProof({ phone, subject, states, optOut, erasedAt, events, broken }: ConsentProof, shop: string): IDataObject {
	return {
		...describePhone(phone),
		shop,
		subject,
		states: Object.fromEntries(Object.entries(states).map(([purpose, state]) => [purpose, describeState(state)])),
		optOut: optOut ? { origin: optOut.origin, at: optOut.at.toISOString() } : null,
		erasedAt: iso(erasedAt),
		chainIntact: broken === undefined,
		...(broken ? { brokenAt: { number: broken.number, problem: broken.problem } } : {}),
		events: events.map(describeEvent),
	};
}

const describeState = ({ status, since, askedAt, confirmedAt, revokedAt }: ConsentState): IDataObject => ({
	status,
	since: iso(since),
	askedAt: iso(askedAt),
	confirmedAt: iso(confirmedAt),
	revokedAt: iso(revokedAt),
});

/** Everything that the hash covers, and what it stands for. */
const describeEvent = (event: ConsentEvent): IDataObject => ({
	number: event.number,
	purpose: event.purpose,
	channel: event.channel,
	action: event.action,
	status: event.status,
	source: event.source,
	actor: event.actor,
	givenAt: new Date(event.givenAt).toISOString(),
	recordedAt: new Date(event.recordedAt).toISOString(),
	language: event.language,
	wording: event.wording,
	wordingHash: event.wordingHash,
	evidence: event.evidence && { ...event.evidence },
	evidenceDigest: event.evidenceDigest,
	previousHash: event.previousHash,
	hash: event.hash,
});
