import { type INodeProperties } from 'n8n-workflow';
import { CARRIERS } from '../../lib/carriers';
import { type Carrier, type CarrierConfig } from '../../lib/carriers/carrier';
import { DomainError } from '../../lib/domain/errors';

/** One of the options of nodes that text customers, where their carrier sends pictures. */
export const pictureField: INodeProperties = {
	displayName: 'Picture',
	name: 'picture',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://acme.example/sale.jpg',
	description:
		'Address of a JPEG, PNG or GIF below 600 kB that goes with each text, which makes it an MMS: it costs more, and works where the carrier sends MMS from your number (mostly in the US and Canada). Empty: none.',
	displayOptions: { show: { '/carrier': CARRIERS.filter(({ mms }) => mms).map(({ id }) => id) } },
};

/** @throws DomainError where a picture is wanted and the carrier sends none. */
export function requirePictures({ name, capabilities }: Carrier<CarrierConfig>, picture: string | undefined): void {
	if (picture === undefined || capabilities.mms) return;
	throw new DomainError(
		'bad-setting',
		`${name} sends no pictures here`,
		'Leave Picture empty, or choose a carrier whose page in the documentation says that it sends them.',
	);
}
