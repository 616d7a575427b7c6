import { type INodeProperties } from 'n8n-workflow';
import { CARRIERS } from '../../lib/carriers';
import { DomainError } from '../../lib/domain/errors';
import { canTakeOver } from '../../lib/domain/sender-table';
import { type CarrierAccount, readAccount } from './carrier-account';
import { CARRIER_OPTIONS, usesField } from './carrier-field';
import { checkedSender } from './sender';
import { type CarrierContext } from './transport';

type Show = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>;

const NONE = 'none';

/**
 * Another carrier for what the first cannot take. It is of another kind, since n8n keeps one credential of a kind in a node. The fields
 * stand beside the carrier's, and not among the options: n8n works out hidden fields by simple ones only.
 *
 * @param show the operations that send.
 */
export const fallbackFields = (show: Show = {}): INodeProperties[] => [
	{
		displayName: 'Fallback Carrier',
		name: 'fallbackCarrier',
		type: 'options',
		noDataExpression: true,
		options: [{ name: 'None', value: NONE }, ...CARRIER_OPTIONS],
		default: NONE,
		description:
			'Takes over when the carrier cannot be reached or takes no more texts for now; never a text that may have been sent. It needs a credential of its own.',
		displayOptions: { show },
	},
	{
		displayName: 'Fallback Sender',
		name: 'fallbackSender',
		type: 'string',
		default: '',
		placeholder: 'e.g. +14155550101',
		description: 'Who its texts come from. Empty: the sender of its credential.',
		displayOptions: { show, hide: { fallbackCarrier: [NONE] } },
	},
	...CARRIERS.flatMap(({ id }): INodeProperties[] => {
		const field = { displayName: 'Uses This Carrier', name: usesField(id), type: 'hidden', default: 'yes' } as const;
		return [
			{ ...field, displayOptions: { show: { carrier: [id] } } },
			{ ...field, displayOptions: { show: { fallbackCarrier: [id] }, hide: { carrier: [id] } } },
		];
	}),
];

/** A second account, and who its texts come from. */
export interface FallbackAccount extends CarrierAccount {
	readonly sender: string;
}

/**
 * The same for all items.
 *
 * @param read gives a field of the node.
 * @throws DomainError or CarrierError for what is missing or malformed.
 */
export async function readFallback(
	context: CarrierContext,
	first: CarrierAccount,
	read: (name: string, unset: string) => unknown,
): Promise<FallbackAccount | undefined> {
	const id = String(read('fallbackCarrier', NONE) ?? NONE);
	if (id === NONE) return undefined;
	if (id === first.carrier.id) {
		throw new DomainError(
			'bad-setting',
			`Fallback Carrier is ${first.carrier.name} too`,
			'Choose another carrier than the first: a node has one credential of each kind.',
		);
	}
	const account = await readAccount(context, id);
	const own = String(read('fallbackSender', '') ?? '').trim();
	const sender = own || (typeof account.credentials.sender === 'string' ? account.credentials.sender.trim() : '');
	if (!sender) {
		throw new DomainError(
			'missing-setting',
			'There is no sender for the fallback',
			`Fill in Fallback Sender, or Sender in the ${account.carrier.name} credential.`,
		);
	}
	return { ...account, sender: checkedSender(sender, 'Fallback Sender', account.carrier) };
}

/**
 * For texts that want an answer or say how to leave.
 *
 * @throws DomainError where they can be replied to, but not when they come from the fallback.
 */
export function requireRepliesToFallback(fallback: FallbackAccount | undefined, senders: readonly string[]): void {
	if (!fallback || senders.every((sender) => canTakeOver(fallback.sender, sender))) return;
	throw new DomainError(
		'bad-setting',
		`Nobody can reply to the Fallback Sender "${fallback.sender}", because it is a name; the texts say that they can`,
		'Write a number or a short code into Fallback Sender.',
	);
}
