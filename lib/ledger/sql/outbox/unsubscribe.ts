// What an unsubscribe link names a phone by.
import { type Db } from '../engine';
import { prepared } from '../prepared';

/** @throws Error when a new token is somebody else's. */
export async function unsubscribeTokens(
	db: Db,
	shop: string,
	phones: ReadonlyArray<{ readonly phone: string; readonly newToken: string }>,
	now: Date,
): Promise<string[]> {
	const tokens: string[] = [];
	for (const { phone, newToken } of phones) {
		const [known] = await tokenOf(db, { shop, phone });
		if (!known) await insertToken(db, { token: newToken, shop, phone, at: now.getTime() });
		tokens.push(known?.token ?? newToken);
	}
	return tokens;
}

const tokenOf = prepared((db, { shop, phone }: { shop: string; phone: string }) =>
	db.selectFrom('unsubscribe_tokens').select('token').where('shop', '=', shop).where('phone', '=', phone),
);

const insertToken = prepared((db, { token, shop, phone, at }: { token: string; shop: string; phone: string; at: number }) =>
	db.insertInto('unsubscribe_tokens').values({ token, shop, phone, at }),
);

export async function findUnsubscribe(db: Db, token: string): Promise<{ shop: string; phone: string } | null> {
	const [found] = await phoneOf(db, { token });
	return found ?? null;
}

const phoneOf = prepared((db, { token }: { token: string }) =>
	db.selectFrom('unsubscribe_tokens').select(['shop', 'phone']).where('token', '=', token),
);
