import { startTestCluster, type Clone } from '../tests/builders/cluster.ts'

/**
 * Runs `work` on a database of its own with every migration applied and nothing loaded, on the
 * embedded PostgreSQL or on the one whose superuser TEST_DATABASE_URL names; then removes it.
 */
export async function withScratchDatabase<T>(work: (database: Clone) => Promise<T>): Promise<T> {
  const cluster = await startTestCluster(process.env['TEST_DATABASE_URL'])
  try {
    const clone = await cluster.clone()
    try {
      return await work(clone)
    } finally {
      await cluster.drop(clone.database)
    }
  } finally {
    await cluster.stop()
  }
}
