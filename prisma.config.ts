import { defineConfig } from 'prisma/config';

// Prisma's command line only: authoring and generating. The product reads its database address in server/env.ts.
export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: {
    url: process.env.DATABASE_ADMIN_URL || process.env.DATABASE_URL || 'postgresql://offline.invalid/stardesk',
  },
});
