// Calls of the sources' APIs: what is asked, and how their refusals read.
import { DomainError } from '../../domain/errors';
import { jsonOf, type WireRequest } from '../../wire';
import { at, field, type Fields, idOf, listOf, textOf } from '../read';
import { type SourceApi, type Subscription } from './webhook';

type Call = Pick<WireRequest, 'method' | 'url'> & { readonly json?: Fields | undefined };

/**
 * The JSON of an answer; undefined for an empty one.
 *
 * @throws DomainError `bad-setting` when the source refuses: the key and what it may do, or its own words.
 */
export async function call(name: string, rights: string, api: SourceApi, { method, url, json }: Call): Promise<unknown> {
	const headers = { accept: 'application/json', ...(json ? { 'content-type': 'application/json' } : {}) };
	const body = json && JSON.stringify(json);
	const answer = await api.exchange({ method, url, headers, body });
	if (answer.status >= 200 && answer.status < 300) return jsonOf(answer.body);
	// what is gone already needs no removing
	if (method === 'DELETE' && (answer.status === 404 || answer.status === 410)) return undefined;
	if (answer.status === 401 || answer.status === 403) {
		throw new DomainError(
			'bad-setting',
			`${name} does not let this key set up webhooks (HTTP ${answer.status})`,
			`Check the key in the credential; it needs ${rights}. Or switch off Set Up the Webhook, and enter the URL in ${name} yourself.`,
		);
	}
	throw new DomainError(
		'bad-setting',
		`${name} did not set up the webhook (HTTP ${answer.status}${wordsIn(jsonOf(answer.body))})`,
		`Check the address in the credential, and that ${name} can reach this n8n over https. Or switch off Set Up the Webhook, and enter the URL in ${name} yourself.`,
	);
}

/** The source's own words, where it has some that are short. */
function wordsIn(answer: unknown): string {
	const words = [
		field(answer, 'message'),
		field(answer, 'title'),
		field(answer, 'detail'),
		at(answer, 'error', 'message'),
		field(answer, 'description'),
	].map(textOf);
	const said = words.find(Boolean);
	return said ? `: ${said.slice(0, 200)}` : '';
}

/** Reads a list of webhooks. */
export const subscriptionsIn = (list: unknown, idField: string, urlField: string): Subscription[] =>
	listOf(list).flatMap((entry) => {
		const id = idOf(field(entry, idField));
		const url = textOf(field(entry, urlField));
		return id && url ? [{ id, url }] : [];
	});
