import { html } from 'hono/html';
import type { Conta } from './contas.ts';

/** The sheet of the sign-in page, served apart: the page runs under a strict policy. */
export const FOLHA = `
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; background: #f3f6fb; color: #1b1b1b; font: 1.0625rem/1.5 Rawline, 'Noto Sans', 'Segoe UI', Roboto, system-ui, sans-serif; }
main { inline-size: min(100% - 2rem, 34rem); margin: 2rem auto; padding: clamp(1rem, 4vw, 2rem); background: #fff; border: 1px solid #d5dae2; border-radius: 8px; }
h1 { margin: 0 0 0.5rem; font-size: 1.5rem; line-height: 1.2; color: #071d41; }
p { margin: 0 0 1.25rem; }
.aviso { margin: 0; padding: 0.5rem 1rem; background: #ffcd07; text-align: center; font-size: 0.9375rem; border-block-end: 4px solid #1b1b1b; }
form { display: grid; gap: 0.5rem; }
button { display: grid; padding: 0.75rem 1rem; border: 1px solid #1351b4; border-radius: 6px; background: #fff; color: #1351b4; font: inherit; text-align: start; cursor: pointer; }
button:hover { background: #f3f6fb; }
button strong { color: #0c326f; }
button span { color: #4a5057; font-size: 0.9375rem; }
:focus-visible { outline: 3px solid #b34700; outline-offset: 2px; }
`;

const moldura = (titulo: string, dentro: ReturnType<typeof html>): ReturnType<typeof html> => html`<!doctype html>
<html lang="pt-BR">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${titulo} — demonstração</title>
    <link rel="stylesheet" href="/entrar.css">
  </head>
  <body>
    <p class="aviso"><strong>Demonstração.</strong> As pessoas são inventadas e não há senha.</p>
    <main>${dentro}</main>
  </body>
</html>`;

/** The page that picks an account. */
export async function paginaDeContas(contas: readonly Conta[], endereco: string): Promise<string> {
  return String(
    await moldura(
      'Entrar',
      html`<h1>Com que conta você quer entrar?</h1>
        <p>Num tribunal, aqui estaria a tela de acesso da instituição. Escolha um papel para experimentar o lado da equipe.</p>
        <form method="post" action="${endereco}">
          ${contas.map(({ id, nome, funcao }) => html`<button name="conta" value="${id}"><strong>${nome}</strong> <span>${funcao}</span></button>`)}
        </form>`,
    ),
  );
}

/** The page of a sign-in that cannot go on. */
export async function paginaDeErro(volta: string): Promise<string> {
  return String(
    await moldura('Não foi possível entrar', html`<h1>Não foi possível entrar</h1><p>Este pedido de acesso venceu ou não foi reconhecido. Volte e entre de novo.</p><p><a href="${volta}">Voltar à página da equipe</a></p>`),
  );
}
