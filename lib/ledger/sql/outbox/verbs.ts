import { type Keyring } from '../../keyring';
import { type OutboxVerbs } from '../../outbox';
import { type Atomically, type Db } from '../engine';

/** The verbs for texts that are not sent at once, in SQL. */
export function outboxVerbs(_db: Db, _atomically: Atomically, _keyring: Keyring): OutboxVerbs {
	return {} as OutboxVerbs;
}
