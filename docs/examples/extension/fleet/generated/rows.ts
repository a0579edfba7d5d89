// Written by `npm run generate`.

import type { Generated, Timestamp } from '@powernode/server/platform/db/rows.ts'

export interface Boats {
  account_id: string;
  created_at: Generated<Timestamp>;
  id: string;
  name: string;
  painted_at: Timestamp | null;
  status: Generated<'active' | 'retired'>;
  updated_at: Generated<Timestamp>;
}

declare module '@powernode/server/platform/db/rows.ts' {
  interface DB {
    boats: Boats;
  }
}
