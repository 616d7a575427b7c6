// What the ledger knows of points.

/** One movement of a points account; never changed, never deleted but by Forget. */
export interface PointsEntry {
	/** 1, 2, 3 … within the account. */
	readonly number: number;
	readonly kind: 'award' | 'spend' | 'expire';
	/** Positive for awards, negative for the others. */
	readonly points: number;
	/** After this movement. */
	readonly balance: number;
	/** Makes it unique within the shop, among entries of its kind; what expires has that of its award. */
	readonly key: string;
	readonly reason?: string | undefined;
	readonly at: Date;
	/** Of an award: what is left of it then is lost. */
	readonly expiresAt?: Date | undefined;
}

export interface PointsMove {
	readonly shop: string;
	/** E.164: whose account. */
	readonly phone: string;
	/** Whole, at least 1. */
	readonly points: number;
	/** An order, a request: the same key awards points once, and takes points once. */
	readonly key: string;
	readonly reason?: string | undefined;
	/** Of awards. */
	readonly expiresAt?: Date | undefined;
	readonly now: Date;
}

export interface PointsAwarded {
	/** That of the first time where `isNew` is false; its phone may be another. */
	readonly entry: PointsEntry;
	readonly isNew: boolean;
}
