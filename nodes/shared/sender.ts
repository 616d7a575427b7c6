import { type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { type Carrier, type CarrierConfig } from '../../lib/carriers/carrier';
import { DomainError } from '../../lib/domain/errors';
import { normaliseSender, senderKind } from '../../lib/domain/sender';

/** Who a text comes from: what the node says, else the credential. @throws DomainError when there is none, or no such kind. */
export function readSender(
	context: IExecuteFunctions,
	itemIndex: number,
	carrier: Carrier<CarrierConfig>,
	credentials: IDataObject,
): string {
	const own = (context.getNodeParameter('sender', itemIndex, '') as string).trim();
	const sender = own || (typeof credentials.sender === 'string' ? credentials.sender.trim() : '');
	const where = own ? 'Sender' : 'Sender in the carrier credential';
	if (!sender)
		throw new DomainError(
			'missing-setting',
			'There is no sender',
			'Fill in Sender in the carrier credential or in this node, e.g. +14155550100.',
		);
	return checkedSender(sender, where, carrier);
}

/** The sender as the carrier wants it. @throws DomainError `bad-setting`, naming the field, when it is none that the carrier knows. */
export function checkedSender(sender: string, field: string, carrier: Carrier<CarrierConfig>): string {
	const kind = senderKind(sender);
	if (!kind || !carrier.limits.senders.includes(kind)) {
		throw new DomainError(
			'bad-setting',
			`${field} "${sender}" is no sender that ${carrier.name} knows`,
			'Use a number with its country code (+14155550100), a short code (72345), or a name of up to 11 letters and digits (ACME).',
		);
	}
	return normaliseSender(sender);
}
