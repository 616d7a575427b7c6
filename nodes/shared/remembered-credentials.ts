import { type IDataObject, type IWebhookFunctions } from 'n8n-workflow';

/** A change of a credential counts after so long at the latest; a new key at once, see {@link forgetCredentials}. */
const REMEMBERED_MS = 30_000;

/** A stranger who forges webhooks must not make us read credentials again and again. */
const FORGOTTEN_AT_MOST_EVERY_MS = 5_000;

interface Remembered {
	readonly credentials: Promise<IDataObject>;
	readonly at: number;
}

const remembered = new Map<string, Remembered>();

/**
 * The credential of a webhook's node. n8n reads it from its database and evaluates it in a JavaScript engine made for the
 * purpose, which costs more than all the rest of a webhook; receipts come by the thousand, so it is kept for a short while.
 *
 * @returns its fields; none when the node has no such credential.
 */
export async function rememberedCredentials(
	context: IWebhookFunctions,
	type: string,
	now: number,
): Promise<IDataObject> {
	const key = keyOf(context, type);
	if (!key) return {};
	const known = remembered.get(key);
	if (known && now - known.at < REMEMBERED_MS) return await known.credentials;
	const credentials: Promise<IDataObject> = context.getCredentials(type);
	remembered.set(key, { credentials, at: now });
	credentials.catch(() => remembered.delete(key));
	return await credentials;
}

/** Undefined when the node has no such credential. */
function keyOf(context: IWebhookFunctions, type: string): string | undefined {
	const credential = context.getNode().credentials?.[type];
	return credential && `${type} ${credential.id ?? credential.name}`;
}

/** A signature does not fit: perhaps the key was changed just now. False when it was read just now anyway. */
export function forgetCredentials(context: IWebhookFunctions, type: string, now: number): boolean {
	const key = keyOf(context, type) ?? '';
	const known = remembered.get(key);
	if (!known || now - known.at < FORGOTTEN_AT_MOST_EVERY_MS) return false;
	return remembered.delete(key);
}
