import { handleReply, type HandledReply, type ReplySettings } from '../../lib/flows/handle-reply';
import { type SendingDeps } from '../../lib/flows/send-claimed';

/** Looking for them costs a query. */
const AT_MOST_EVERY_MS = 30_000;

const lastLook = new Map<string, number>();

/** Texts that the carrier handed over and no workflow got, because n8n died in between: they go along with the next one. */
export async function catchUp(
	settings: ReplySettings,
	deps: Pick<SendingDeps, 'ledger' | 'carrier' | 'newId' | 'now'>,
): Promise<HandledReply[]> {
	const { ledger, carrier, now } = deps;
	const shop = settings.profile.key;
	const key = `${shop} ${carrier.id}`;
	const current = now().getTime();
	if (current - (lastLook.get(key) ?? 0) < AT_MOST_EVERY_MS) return [];
	lastLook.set(key, current);
	const handled: HandledReply[] = [];
	for (const { messageId, phone, recipient, text, receivedAt } of await ledger.overdueReplies(
		shop,
		carrier.id,
		now(),
	)) {
		const at = receivedAt.toISOString();
		const reply = { kind: 'reply', id: messageId, from: phone, to: recipient, text, media: [], at } as const;
		handled.push(await handleReply(reply, settings, deps));
	}
	return handled;
}
