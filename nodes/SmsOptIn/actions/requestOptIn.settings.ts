import { type IDataObject, type IExecuteFunctions, tryToParseDateTime } from 'n8n-workflow';
import { type BirthdayProblem, readBirthday } from '../../../lib/domain/consent/ages';
import { type OwnOptInText, type Proof, PROOFS } from '../../../lib/domain/consent/compose-opt-in';
import { CONSENT_SOURCES, type ConsentSource } from '../../../lib/domain/consent/consent';
import { REQUEST_PURPOSES, type RequestPurpose } from '../../../lib/domain/consent/purpose';
import { DEFAULT_LIMITS } from '../../../lib/domain/consent/request';
import { checkOptInTexts, type WordingContext } from '../../../lib/domain/consent/wording';
import { DomainError } from '../../../lib/domain/errors';
import { canonicalLanguage } from '../../../lib/domain/languages';
import { type Phone, readPhone } from '../../../lib/domain/phone';
import { senderKind } from '../../../lib/domain/sender';
import { type ShopProfile } from '../../../lib/domain/shop-profile';
import { type AgeGate } from '../../../lib/flows/request-objections';
import { type OptInSettings } from '../../../lib/flows/request-opt-in';
import { readOwnOptInTexts } from '../../shared/opt-in-texts';
import { readCountry, textIn } from '../items';

/** The longest text any carrier takes. */
const MOST_SEGMENTS = 10;

/** The phone of one item, and what the operator set for it. */
export interface ItemRequest {
	readonly phone: Phone;
	readonly settings: OptInSettings;
}

/**
 * What the operator set for one item, checked.
 *
 * @param checked own texts of earlier items that need no second look; added to.
 * @throws DomainError before anything is sent: a setting or an own text is wrong.
 */
export function readRequest(
	context: IExecuteFunctions,
	itemIndex: number,
	shop: ShopProfile,
	sender: string,
	now: Date,
	checked: Set<string>,
): ItemRequest {
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const text = (name: string) => textIn(options[name]);
	const profile: ShopProfile = {
		...shop,
		brand: text('brand') ?? shop.brand,
		supportPhone: text('supportPhone') ?? shop.supportPhone,
		defaultCountry: readCountry(options, shop),
	};
	const purpose = readPurpose(context, itemIndex);
	const proof = readProof(context, itemIndex, purpose, sender);
	const phone = readPhone(context.getNodeParameter('phone', itemIndex, ''), profile.defaultCountry);
	if (!profile.brand && purpose !== 'verification')
		throw new DomainError(
			'missing-setting',
			'Nobody can consent to texts of a shop without a name: Brand is empty',
			'Fill in Brand in the credential "Commerce SMS: Shop API" or under Options.',
		);
	const language = canonicalLanguage(text('language'));
	const isFreeToEndUser = options.freeToEndUser === true;
	const ownTexts = readOwnOptInTexts(context.getNodeParameter('ownTexts.texts', itemIndex, []) as IDataObject[]).filter(
		({ name }) => (name === 'phoneCheck') === (purpose === 'verification'),
	);
	checkOnce(checked, ownTexts, { profile, language, country: phone.country, isFreeToEndUser, proof });
	return {
		phone,
		settings: {
			profile,
			purpose,
			proof,
			sender,
			ownTexts,
			language,
			isFreeToEndUser,
			action: context.getNodeParameter('whatToSend', itemIndex, 'request') === 'reminder' ? 'remind' : 'request',
			source: readSource(context, itemIndex),
			givenAt: options.signedUpAt ? readMoment(options.signedUpAt, context.getTimezone()) : now,
			textsAMonth: atLeast(1, context.getNodeParameter('textsAMonth', itemIndex, 4), 4),
			limits: {
				countries: readCountries(text('countries')),
				prefixHour: atLeast(1, options.mostPerRange, DEFAULT_LIMITS.prefixHour),
				countryHour: atLeast(1, options.mostPerCountry, DEFAULT_LIMITS.countryHour),
				ipHour: atLeast(1, options.mostPerIp, DEFAULT_LIMITS.ipHour),
			},
			expiresAfterHours: atLeast(1, options.expiresAfterHours, 24),
			isConfirmed: options.sendConfirmation !== false,
			ageGate: options.ageGate === true ? readAgeGate(options, now) : undefined,
			evidence: {
				...readVisitor(context, itemIndex),
				formUrl: text('formUrl'),
				orderNumber: text('orderNumber'),
				signUpWording: text('signUpWording')?.slice(0, 1_000),
			},
			smartEncoding: options.smartEncoding !== false,
			maxSegments: Math.min(atLeast(1, options.maxSegments, 5), MOST_SEGMENTS),
		},
	};
}

/** A look takes two milliseconds, and thousands of items have the same texts. */
function checkOnce(checked: Set<string>, ownTexts: readonly OwnOptInText[], context: WordingContext): void {
	const key = JSON.stringify([ownTexts, context]);
	if (checked.has(key)) return;
	checkOptInTexts(ownTexts, context);
	checked.add(key);
}

/** @throws DomainError for what an expression gives that is no purpose. */
export function readPurpose(context: IExecuteFunctions, itemIndex: number): RequestPurpose {
	const purpose = context.getNodeParameter('purpose', itemIndex) as RequestPurpose;
	return oneOf(REQUEST_PURPOSES, purpose, 'What For');
}

/** Who sits before the form, and where in n8n it was handled. */
export function readVisitor(context: IExecuteFunctions, itemIndex: number) {
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const { id, name } = context.getWorkflow();
	return {
		// a proxy lists all it knows; the first is the visitor
		ip: textIn(options.ip)?.split(',')[0]?.trim(),
		userAgent: textIn(options.userAgent),
		workflow: [name, id && `(${id})`].filter(Boolean).join(' '),
		execution: context.getExecutionId(),
	};
}

function readProof(context: IExecuteFunctions, itemIndex: number, purpose: RequestPurpose, sender: string): Proof {
	if (purpose === 'verification') return 'code';
	const proof = oneOf(PROOFS, context.getNodeParameter('proof', itemIndex, 'reply') as Proof, 'Proof');
	if (proof !== 'code' && senderKind(sender) === 'alphanumeric')
		throw new DomainError(
			'bad-setting',
			`Nobody can reply to the sender "${sender}", because it is a name`,
			'Set Proof to Code, or send from a number.',
		);
	return proof;
}

const readSource = (context: IExecuteFunctions, itemIndex: number): ConsentSource =>
	oneOf(CONSENT_SOURCES, context.getNodeParameter('source', itemIndex, 'form') as ConsentSource, 'How They Signed Up');

function oneOf<T extends string>(all: readonly T[], value: T, field: string): T {
	if (all.includes(value)) return value;
	throw new DomainError('bad-setting', `${field} is "${String(value)}"`, `It is one of these: ${all.join(', ')}.`);
}

function readCountries(list: string | undefined): string[] {
	const countries = (list ?? '')
		.toUpperCase()
		.split(/[\s,;]+/)
		.filter(Boolean);
	const wrong = countries.find((country) => !/^[A-Z]{2}$/.test(country));
	if (wrong)
		throw new DomainError('bad-setting', `Allowed Countries has "${wrong}"`, 'Write two-letter countries: US, CA, GB.');
	return countries;
}

const BIRTHDAY_PROBLEMS: Readonly<Record<BirthdayProblem, string>> = {
	empty: 'is empty',
	'no-year': 'has no full year',
	ambiguous: 'can be read in two ways',
	invalid: 'is no date',
	future: 'lies in the future',
	'too-old': 'lies too far back',
};

function readAgeGate({ birthday: written, leastAge }: IDataObject, now: Date): AgeGate {
	const { date, problem } = readBirthday(written, now);
	if (problem && problem !== 'empty')
		throw new DomainError('bad-setting', `Birthday ${BIRTHDAY_PROBLEMS[problem]}`, 'It should look like 1990-12-31.');
	return { birthday: date, leastAge: Number(leastAge) > 0 ? Math.floor(Number(leastAge)) : undefined };
}

function readMoment(written: unknown, zone: string): Date {
	const moment = momentOf(written, zone);
	if (moment) return moment;
	throw new DomainError(
		'bad-setting',
		`Signed Up At is "${String(written)}", which is no time`,
		'It should look like 2026-11-22T10:00:00Z.',
	);
}

/** The editor's calendar gives a time without a zone: that of the workflow. */
function momentOf(written: unknown, zone: string): Date | undefined {
	try {
		return tryToParseDateTime(written, zone).toJSDate();
	} catch {
		return undefined;
	}
}

const atLeast = (least: number, value: unknown, fallback: number): number =>
	Math.max(Math.floor(Number(value ?? fallback)) || fallback, least);
