// Writes the tables of lib/domain/law that come from libraries (zones and states by phone prefix, public holidays), and the law
// table into docs/gate.md. To be run when a library has a new version or a row of the law changes:
// test/domain/law/reference-data.test.ts fails until it was.
//
//     npx tsx scripts/reference-data.ts

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holidayTable } from './reference-data/holidays';
import { withLawPage } from './reference-data/law-page';
import { stateTable, zoneTable } from './reference-data/zones';

const LAW = join(__dirname, '../lib/domain/law');

writeFileSync(join(LAW, 'zone-table.ts'), zoneTable());
writeFileSync(join(LAW, 'state-table.ts'), stateTable());
writeFileSync(join(LAW, 'holiday-table.ts'), holidayTable());

const PAGE = join(__dirname, '../docs/gate.md');
writeFileSync(PAGE, withLawPage(readFileSync(PAGE, 'utf8')));
