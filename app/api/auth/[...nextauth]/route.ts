import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/options';

type Contesto = { params: Promise<{ nextauth: string[] }> };

const gestisci = (richiesta: NextRequest, contesto: Contesto): Promise<Response> => NextAuth(richiesta, contesto, authOptions());

export { gestisci as GET, gestisci as POST };
