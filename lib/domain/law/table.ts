import { type LawRow } from './law';
import { US_LAW_ROWS } from './table-us';

/** The day on which the rows were last looked through. To be changed with any of them. */
export const LAW_VERSION = '2026-11-22';

const TRADE = 'No statute sets hours; these are what the trade keeps to.';

/** What the trade keeps to where no law was found that names hours. */
function practice(country: string, name: string, from: string, to: string, source: Pick<LawRow, 'citation' | 'url'>, doubt = TRADE): LawRow {
	return {
		id: `${country.toLowerCase()}-hours`,
		country,
		title: `${name}: ${from} to ${to}`,
		kind: 'practice',
		doubt,
		hours: { weekdays: { from, to } },
		...source,
	};
}

const KLAVIYO = { citation: 'Klaviyo, quiet hours by country', url: 'https://help.klaviyo.com/hc/en-us/articles/4408737146651' };
const OMETRIA = { citation: 'Ometria, SMS sending times', url: 'https://support.ometria.com/hc/en-gb/articles/19820202385437' };
const VERO = { citation: 'Vero, SMS quiet hours compliance', url: 'https://help.getvero.com/vero-2/articles/sms-quiet-hours-compliance' };

/**
 * What is known of the hours and the number of offers, by country. No legal advice: where sources disagree the stricter one is
 * taken, and `doubt` says so. It only ever narrows what the operator allows.
 */
export const LAW_ROWS: readonly LawRow[] = [
	...US_LAW_ROWS,
	practice('AU', 'Australia', '08:00', '21:00', KLAVIYO),
	practice('BE', 'Belgium', '09:00', '20:00', OMETRIA),
	practice('BR', 'Brazil', '08:00', '21:00', VERO, `${TRADE} Some carriers let offers through from 10 am to 5 pm only.`),
	practice('CA', 'Canada', '08:00', '21:00', KLAVIYO),
	practice('DE', 'Germany', '08:00', '21:00', KLAVIYO),
	{
		// 8–20, Saturdays 10–18, is what some aggregators ask for, not the carriers; the default hours end at 20:00 anyway
		id: 'fr-hours',
		country: 'FR',
		title: 'France: 8 am to 10 pm, not on Sundays and public holidays',
		citation: 'Brevo, Send SMS to France; CALLR, SMS marketing in France',
		url: 'https://help.brevo.com/hc/en-us/articles/11884482521234',
		kind: 'rule',
		doubt: 'Some aggregators close at 20:00, and at 18:00 on Saturdays.',
		hours: { weekdays: { from: '08:00', to: '22:00' }, sunday: 'closed', holidays: 'closed' },
	},
	{
		id: 'fr-stop',
		country: 'FR',
		title: 'France: how to stop (STOP and the short number) in every offer',
		citation: 'Art. L34-5 Code des postes et des communications électroniques',
		url: 'https://support.callr.com/hc/en-us/articles/115000858183',
		kind: 'law',
		optOutInEveryText: true,
	},
	practice('GB', 'United Kingdom', '08:00', '21:00', KLAVIYO),
	{
		id: 'gb-stop',
		country: 'GB',
		title: 'United Kingdom: how to opt out in every offer',
		citation: 'PECR 2003, reg. 22(3)(c)',
		url: 'https://ico.org.uk/for-organisations/direct-marketing-and-privacy-and-electronic-communications/guide-to-pecr/electronic-and-telephone-marketing/electronic-mail-marketing/',
		kind: 'law',
		optOutInEveryText: true,
	},
	practice('IE', 'Ireland', '08:00', '21:00', KLAVIYO),
	{
		id: 'in-hours',
		country: 'IN',
		title: 'India: 10 am to 9 pm',
		citation: 'TRAI, TCCCPR 2018, Schedule II; operators’ error 651',
		url: 'https://docs.webengage.com/docs/trai-sms-dlt-regulations-india',
		kind: 'rule',
		hours: { weekdays: { from: '10:00', to: '21:00' } },
	},
	{
		id: 'in-dlt',
		country: 'IN',
		title: 'India: entity, template and header have to be registered (DLT)',
		citation: 'TRAI, TCCCPR 2018',
		url: 'https://docs.webengage.com/docs/trai-sms-dlt-regulations-india',
		kind: 'rule',
		needsDlt: true,
	},
	practice('KZ', 'Kazakhstan', '09:00', '22:00', VERO),
	practice('MX', 'Mexico', '08:00', '20:00', VERO),
	practice('NL', 'Netherlands', '08:00', '21:00', KLAVIYO),
	practice('NZ', 'New Zealand', '08:00', '21:00', KLAVIYO),
	practice('PL', 'Poland', '08:00', '20:00', {
		citation: 'Art. 398 Prawo komunikacji elektronicznej',
		url: 'https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU20240001221',
	}, 'The law asks for consent and names no hours; these are what the trade keeps to.'),
];
