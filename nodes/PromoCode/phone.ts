import { type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { DomainError } from '../../lib/domain/errors';
import { PHONE_PROBLEMS, readPhone } from '../../lib/domain/phone';
import { type ShopProfile } from '../../lib/domain/shop-profile';
import { readDefaultCountry } from './occasion';

/** The field Phone of an operation that needs one. @throws DomainError for a number that is none. */
export function readPhoneField(context: IExecuteFunctions, itemIndex: number, profile: ShopProfile): string {
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const country = readDefaultCountry(options) ?? profile.defaultCountry;
	const { e164, valid, problem } = readPhone(context.getNodeParameter('phone', itemIndex, ''), country);
	if (e164 && valid) return e164; // a landline can have an account
	throw new DomainError(
		'bad-setting',
		`The phone number ${PHONE_PROBLEMS[problem ?? 'invalid']}`,
		'Fill in Phone with the whole number, e.g. {{ $json.phoneFull }}: items show it with stars as phone.',
	);
}
