import { defineConfig } from 'prisma/config';

// No datasource URL: the migrations are applied by prisma/migra.ts, the CLI only generates the client.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
