import { type IDataObject } from 'n8n-workflow';
import { maskPhone } from '../../lib/domain/phone';
import { type FoundPerson, type Person } from '../../lib/ledger/people';

/** What an item says of a person. `phoneFull` is for what comes next in the workflow; lists and logs show `phone`. */
export function describePerson(person: Person): IDataObject {
	return {
		phone: maskPhone(person.phone),
		phoneFull: person.phone,
		customerId: person.customerId ?? null,
		name: person.name ?? null,
		firstName: person.firstName ?? null,
		language: person.language ?? null,
		country: person.country ?? null,
		timeZone: person.timeZone ?? null,
		birthday: person.birthday ?? null,
		birthdayGivenAt: person.birthdayGivenAt?.toISOString() ?? null,
		tags: [...person.tags],
		fields: { ...person.fields },
		phones: person.phones.map(({ phone, since, until, verifiedAt, sharedWith }) => ({
			phone: maskPhone(phone),
			phoneFull: phone,
			since: since.toISOString(),
			until: until?.toISOString() ?? null,
			verifiedAt: verifiedAt?.toISOString() ?? null,
			sharedWith,
		})),
		source: person.source,
		createdAt: person.createdAt.toISOString(),
		updatedAt: person.updatedAt.toISOString(),
	};
}

export function describeFound(person: FoundPerson): IDataObject {
	return {
		...describePerson(person),
		consents: Object.fromEntries(
			person.consents.map(({ purpose, status, since }) => [purpose, { status, since: since.toISOString() }]),
		),
		optedOut: person.optedOut,
		orders: person.orders,
		lastOrderAt: person.lastOrderAt?.toISOString() ?? null,
		spent: person.spent.map(({ currency, total }) => ({ currency, total })),
		lastTextedAt: person.lastTextedAt?.toISOString() ?? null,
	};
}
