import { type DltRegistration } from '../gate';

const ID = /^\d{19}$/;

const FIELDS = ['entityId', 'templateId', 'header'] as const;

const LABELS: Readonly<Record<(typeof FIELDS)[number], string>> = {
	entityId: 'the entity id',
	templateId: 'the template id',
	header: 'the header',
};

/**
 * Why Indian operators would drop a text silently, in a sentence with what to do. Undefined when its registration is whole.
 * TRAI, TCCCPR 2018: entity, template and header are registered with an operator's DLT platform.
 */
export function dltObjection(dlt: DltRegistration, defaultCategory: NonNullable<DltRegistration['category']>): string | undefined {
	const missing = FIELDS.filter((field) => !dlt[field]);
	if (missing.length > 0) {
		return `Texts to India are registered (DLT), and ${listOf(missing.map((field) => LABELS[field]))} of this one ${missing.length === 1 ? 'is' : 'are'} not given. Without them operators drop it silently. Take them from your DLT platform.`;
	}
	if (!ID.test(dlt.entityId ?? '')) return 'The DLT entity id has to have 19 digits. Copy it from your DLT platform.';
	if (!ID.test(dlt.templateId ?? '')) return 'The DLT template id has to have 19 digits. Copy it from your DLT platform.';
	const isPromotional = (dlt.category ?? defaultCategory) === 'promotional';
	if (/^[A-Za-z]{6}$/.test(dlt.header ?? '') || (isPromotional && /^\d{6}$/.test(dlt.header ?? ''))) return undefined;
	return isPromotional
		? 'The DLT header has to have 6 letters, or 6 digits for promotional texts. Copy it from your DLT platform.'
		: 'The DLT header has to have 6 letters; headers of digits are for promotional texts only. Copy it from your DLT platform.';
}

const listOf = (words: readonly string[]) => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);
