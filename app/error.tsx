'use client';

import { Guasto } from '@/components/shell/Guasto';

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <Guasto codice={error.digest} />;
}
