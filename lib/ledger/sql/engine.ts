import { type Kysely } from '../../vendor/kysely';
import { type Tables } from '../schema';

export type Db = Kysely<Tables>;

/**
 * Runs an operation in a transaction that no other writer can come between, and answers after its commit. The operation may
 * be run again after a rollback.
 *
 * @param durability `disk`: what was written survives a loss of power. `process`: it survives the end of the process at once,
 * and a loss of power once the next `disk` commit is done; for what is safe to forget.
 */
export type Atomically = <T>(durability: 'disk' | 'process', run: (transaction: Db) => Promise<T>) => Promise<T>;
