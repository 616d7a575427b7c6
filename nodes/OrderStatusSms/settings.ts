import { type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { checkOwnTexts, type OwnText } from '../../lib/domain/compose';
import { DomainError } from '../../lib/domain/errors';
import { ETA_THRESHOLDS } from '../../lib/domain/eta-change';
import { isTimeZone } from '../../lib/domain/format';
import { readQuietHours } from '../../lib/domain/law/quiet-hours';
import { canonicalLanguage } from '../../lib/domain/languages';
import { type OrderEvent } from '../../lib/domain/order-event';
import { readPicture } from '../../lib/domain/picture';
import { PHONE_PROBLEMS, readPhone } from '../../lib/domain/phone';
import { type ShopProfile } from '../../lib/domain/shop-profile';
import { isTextedStage, type TextedStage } from '../../lib/domain/stages';
import { type OrderUpdateSettings } from '../../lib/flows/send-order-update';
import { readOrderEvents } from '../../lib/sources';
import { eventFromFields } from '../../lib/sources/mapped';

export type ItemSettings = Omit<OrderUpdateSettings, 'sender' | 'senders'>;

/** The longest text any carrier takes. */
const MOST_SEGMENTS = 10;

/**
 * What the operator set for one item, checked.
 *
 * @throws DomainError before anything is sent: a setting or an own text is wrong.
 */
export function readSettings(
	context: IExecuteFunctions,
	itemIndex: number,
	shop: ShopProfile,
	now: Date,
): ItemSettings {
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const text = (name: string) =>
		typeof options[name] === 'string' ? (options[name] as string).trim() || undefined : undefined;
	const timeZone = text('timeZone');
	if (timeZone && !isTimeZone(timeZone)) {
		throw new DomainError('bad-setting', `Time Zone is "${timeZone}"`, 'Write an IANA name, e.g. Europe/Warsaw.');
	}
	const profile: ShopProfile = {
		...shop,
		brand: text('brand') ?? shop.brand,
		supportPhone: text('supportPhone') ?? shop.supportPhone,
		defaultCountry: text('defaultCountry')?.toUpperCase() ?? shop.defaultCountry,
	};
	const ownTexts = readOwnTexts(context, itemIndex);
	checkOwnTexts(ownTexts, profile);
	return {
		profile,
		ownTexts,
		timeZone,
		language: canonicalLanguage(text('language')),
		stagesToText: (context.getNodeParameter('stagesToText', itemIndex) as unknown[]).filter(isTextedStage),
		smartEncoding: options.smartEncoding !== false,
		maxSegments: Math.min(Math.max(Math.floor(Number(options.maxSegments ?? 3)) || 1, 1), MOST_SEGMENTS),
		testRedirect: readRedirect(text('testRedirect'), profile),
		whenUnknown: options.whenUnknown === 'resend' ? 'resend' : 'hold',
		whenDead: options.whenDead === 'try' ? 'try' : 'skip',
		tellDelays: ETA_THRESHOLDS.find((threshold) => threshold === options.tellDelays) ?? 'half-day',
		promoCode: text('promoCode'),
		picture: readPicture(options.picture),
		dlt: readDlt(text('dltEntityId'), text('dltHeader')),
		hours: readQuietHours(text('quietHours')),
		now,
	};
}

function readOwnTexts(context: IExecuteFunctions, itemIndex: number): OwnText[] {
	const entries = context.getNodeParameter('ownTexts.texts', itemIndex, []) as IDataObject[];
	return entries
		.filter(({ text }) => typeof text === 'string' && text.trim() !== '')
		.map(({ stage, language, text, dltTemplateId }) => ({
			stage: stage as TextedStage,
			language: language ? canonicalLanguage(String(language)) : undefined,
			text: String(text),
			dltTemplateId: typeof dltTemplateId === 'string' ? dltTemplateId.trim() || undefined : undefined,
		}));
}

const readDlt = (entityId: string | undefined, header: string | undefined) =>
	entityId || header ? { entityId, header } : undefined;

function readRedirect(number: string | undefined, { defaultCountry }: ShopProfile): string | undefined {
	if (!number) return undefined;
	const phone = readPhone(number, defaultCountry);
	if (phone.problem || !phone.e164) {
		throw new DomainError(
			'bad-setting',
			`Test Redirect ${PHONE_PROBLEMS[phone.problem ?? 'invalid']}`,
			'Write your own mobile number with its country code, e.g. +48600100200.',
		);
	}
	return phone.e164;
}

/**
 * What happened, by the item.
 *
 * @param item what is read of it: see provenItem.
 * @throws DomainError `no-order` when the item tells of no order.
 */
export function readEvents(context: IExecuteFunctions, itemIndex: number, item: unknown): OrderEvent[] {
	if (context.getNodeParameter('orderData', itemIndex) === 'mapped') {
		return [
			eventFromFields({
				...(context.getNodeParameter('mappedFields', itemIndex, {}) as IDataObject),
				stage: context.getNodeParameter('stage', itemIndex),
				orderNumber: context.getNodeParameter('orderNumber', itemIndex),
				phone: context.getNodeParameter('phone', itemIndex),
			}),
		];
	}
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	return readOrderEvents(item, {
		topic: (context.getNodeParameter('topic', itemIndex, '') as string).trim() || undefined,
		completedMeans: options.completedMeans === 'delivered' ? 'delivered' : 'shipped',
		unpaidIsConfirmed: options.unpaidIsConfirmed === true,
	});
}
