// Which column of a row, or field of an item, says what of a person.

/** The columns that tell of a person, unread but for spaces; undefined where there is none, or nothing in it. */
export interface PersonColumns {
	/** In order of preference. */
	readonly phones: ReadonlyArray<{
		readonly raw: string;
		readonly path: string;
		readonly country?: string | undefined;
	}>;
	readonly customerId?: string | undefined;
	readonly name?: string | undefined;
	readonly firstName?: string | undefined;
	readonly lastName?: string | undefined;
	readonly language?: string | undefined;
	readonly country?: string | undefined;
	readonly timeZone?: string | undefined;
	readonly birthday?: unknown;
	readonly tags?: unknown;
	/** All others that hold a text, a number or yes and no. */
	readonly others: Readonly<Record<string, string>>;
}

type Column = Exclude<keyof PersonColumns, 'phones' | 'others'> | 'phone';

/**
 * How people spell the headers, without spaces, signs, capitals and accents. The first that is there counts; of phones all do,
 * because the first may be a landline.
 */
const SPELLINGS: Readonly<Record<Column, readonly string[]>> = {
	phone: [
		'phonefull', // our own items, where "phone" is masked
		...['mobile', 'mobilephone', 'mobilenumber', 'mobilephonenumber', 'cell', 'cellphone', 'cellular', 'msisdn', 'gsm'],
		...['handy', 'handynummer', 'mobil', 'mobilnummer', 'mobiltelefon', 'mobilni', 'komorka', 'telefonkomorkowy'],
		...['movil', 'celular', 'cellulare', 'portable', 'telemovel', 'mobiel', 'sms', 'smsphone', 'smsnumber', 'whatsapp'],
		...['phone', 'phonenumber', 'phoneno', 'phonenr', 'tel', 'telno', 'telephone', 'telephonenumber', 'contactnumber'],
		...[
			'telefon',
			'telefonnummer',
			'telefono',
			'telefone',
			'telefoon',
			'telefoonnummer',
			'nrtelefonu',
			'numertelefonu',
		],
		...['numerodetelephone', 'puhelin', 'puhelinnumero', 'shippingphone', 'billingphone', 'customerphone'],
	],
	customerId: [
		...['customerid', 'customernumber', 'customerno', 'clientid', 'shopifycustomerid', 'woocommercecustomerid'],
		...['kundennummer', 'idklienta', 'numerklienta', 'iddelcliente', 'idclient'],
	],
	name: ['name', 'fullname', 'customername', 'contactname', 'displayname', 'yourname', 'imieinazwisko', 'nomcomplet'],
	firstName: [
		...[
			'firstname',
			'givenname',
			'forename',
			'fname',
			'customerfirstname',
			'vorname',
			'imie',
			'prenom',
			'nombre',
			'primeironome',
		],
		...['voornaam', 'fornamn', 'fornavn', 'jmeno', 'etunimi', 'keresztnev'],
	],
	lastName: [
		...[
			'lastname',
			'surname',
			'familyname',
			'lname',
			'customerlastname',
			'nachname',
			'familienname',
			'nazwisko',
			'nom',
		],
		...[
			'nomdefamille',
			'apellido',
			'apellidos',
			'cognome',
			'sobrenome',
			'achternaam',
			'efternamn',
			'etternavn',
			'prijmeni',
		],
	],
	language: [
		...[
			'language',
			'lang',
			'languagecode',
			'locale',
			'customerlocale',
			'preferredlanguage',
			'sprache',
			'jezyk',
			'langue',
		],
		...['idioma', 'lingua', 'taal', 'sprak'],
	],
	country: ['countrycode', 'countrycodev2', 'countryiso', 'country', 'land', 'kraj', 'pays', 'pais', 'paese', 'zeme'],
	timeZone: ['timezone', 'timezoneiana', 'tz', 'zeitzone', 'strefaczasowa', 'fuseau', 'fusohorario', 'zonahoraria'],
	birthday: [
		...[
			'birthday',
			'birthdate',
			'dateofbirth',
			'birthdayat',
			'dob',
			'bday',
			'geburtstag',
			'geburtsdatum',
			'dataurodzenia',
		],
		...[
			'urodziny',
			'datedenaissance',
			'anniversaire',
			'fechadenacimiento',
			'cumpleanos',
			'datadinascita',
			'geboortedatum',
		],
	],
	tags: ['tags', 'tag', 'labels', 'label', 'groups', 'group', 'segments', 'segment', 'etykiety', 'tagi', 'etiquetas'],
};

const COLUMN_OF = new Map(
	Object.entries(SPELLINGS).flatMap(([column, spellings]) =>
		spellings.map((spelling, rank) => [spelling, { column: column as Column, rank }] as const),
	),
);

/** "First name", "first_name" and "FirstName" are one; so are "Téléphone" and "telephone". */
const spelled = (header: string) =>
	header
		.normalize('NFKD')
		.replace(/ł/gi, 'l')
		.toLowerCase()
		.replace(/[^\p{L}\p{Nd}]/gu, '')
		.replace(/\p{M}/gu, '');

/** Whether a list with these headers says anywhere what a number is. */
export const hasPhoneColumn = (headers: readonly string[]): boolean =>
	headers.some((header) => COLUMN_OF.get(spelled(header))?.column === 'phone');

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where shops put what they know of the customer, the nearest to the person first. */
const BLOCKS = [
	...['customer', 'billing', 'billing_address', 'billingAddress', 'shipping', 'shipping_address', 'shippingAddress'],
	...['default_address', 'defaultAddress', 'contact', 'person'],
];

export function columnsOf(item: Row): PersonColumns {
	const row = isRow(item.body) && isRow(item.headers) ? item.body : item; // an item of the Webhook node
	const isOrder = 'line_items' in row || 'lineItems' in row;
	const found = new Map<Column, { readonly rank: number; readonly value: unknown }>();
	const phones: Array<PersonColumns['phones'][number] & { readonly rank: number }> = [];
	const others: Record<string, string> = {};
	const read = (block: Row, depth: number, path: string) => {
		const country = textOf(block.country_code) ?? textOf(block.country);
		for (const [header, value] of Object.entries(block)) {
			if (textOf(value) === undefined && !Array.isArray(value)) continue;
			const { column, rank = 0 } = COLUMN_OF.get(spelled(header)) ?? {};
			const place = depth * 1000 + rank;
			if (column === 'phone') {
				phones.push({ raw: textOf(value) ?? '', path: `${path}${header}`, country, rank: place });
			} else if (column) {
				if (isOrder && depth === 0 && OF_THE_ORDER.has(column)) continue;
				if (place < (found.get(column)?.rank ?? Infinity)) found.set(column, { rank: place, value });
			} else if (depth === 0 && !IGNORED.has(spelled(header))) {
				others[header.trim()] = (textOf(value) ?? '').slice(0, LONGEST_OTHER);
			}
		}
	};
	read(row, 0, '');
	let depth = 1;
	for (const name of BLOCKS) {
		const block = row[name];
		if (!isRow(block)) continue;
		read(block, depth++, `${name}.`);
		for (const inner of BLOCKS) if (isRow(block[inner])) read(block[inner], depth++, `${name}.${inner}.`);
	}
	const text = (column: Column) => textOf(found.get(column)?.value);
	return {
		phones: phones.sort((a, b) => a.rank - b.rank).map(({ raw, path, country }) => ({ raw, path, country })),
		customerId: customerIdOf(row) ?? (text('customerId') === '0' ? undefined : text('customerId')), // 0: WooCommerce’s guests
		name: text('name'),
		firstName: text('firstName'),
		lastName: text('lastName'),
		language: text('language'),
		country: text('country'),
		timeZone: text('timeZone'),
		birthday: found.get('birthday')?.value,
		tags: found.get('tags')?.value,
		others: Object.fromEntries(
			Object.entries(others)
				.filter(([, value]) => value !== '')
				.slice(0, MOST_OTHERS),
		),
	};
}

/** At the top of an order these say something of the order: its number is Shopify’s "name". */
const OF_THE_ORDER: ReadonlySet<Column> = new Set(['name', 'tags']);

/** What n8n and spreadsheets add. */
const IGNORED: ReadonlySet<string> = new Set(['rownumber', 'headers', 'webhookurl', 'executionmode']);

const LONGEST_OTHER = 500;
const MOST_OTHERS = 50;

/** An order names its customer; a customer of a shop is one itself. The id of anything else is not a customer’s. */
function customerIdOf(row: Row): string | undefined {
	const customer = isRow(row.customer) ? row.customer : isCustomer(row) ? row : undefined;
	if (!customer) return undefined;
	const global = /^gid:\/\/shopify\/Customer\/(\d+)/;
	for (const id of [customer.admin_graphql_api_id, customer.id]) {
		const fromGlobal = global.exec(textOf(id) ?? '')?.[1];
		if (fromGlobal) return fromGlobal;
	}
	return textOf(customer.id) === '0' ? undefined : textOf(customer.id);
}

/** https://shopify.dev/docs/api/admin-rest/latest/resources/customer, https://woocommerce.github.io/woocommerce-rest-api-docs/ */
const isCustomer = (row: Row) =>
	'is_paying_customer' in row || 'orders_count' in row || /\/Customer\//.test(textOf(row.admin_graphql_api_id) ?? '');

/** What shops and spreadsheets write for "nothing". */
const NOTHING = /^(null|undefined|n\/a|none|-)?$/i;

function textOf(value: unknown): string | undefined {
	if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return String(value);
	if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
	if (typeof value !== 'string') return undefined;
	const text = value.trim().replace(/\s+/g, ' ');
	return NOTHING.test(text) ? undefined : text;
}
