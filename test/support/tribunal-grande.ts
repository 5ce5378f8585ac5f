import type { Tribunal, Unidade } from '../../src/contract/tribunal.ts';
import { identificador } from '../../src/domain/directory/identificador.ts';

/** Municipalities of a large state: real names, so that words, lengths and accents are as they are. */
const MUNICIPIOS =
  'Manaus,Parintins,Itacoatiara,Manacapuru,Coari,Tabatinga,Maués,Tefé,Humaitá,Eirunepé,São Gabriel da Cachoeira,Lábrea,Benjamin Constant,Borba,Autazes,Boca do Acre,Natal,Mossoró,Parnamirim,São Gonçalo do Amarante,Macaíba,Ceará-Mirim,Caicó,Açu,Currais Novos,São José de Mipibu,Santa Cruz,Nova Cruz,Apodi,João Câmara,Canguaretama,Touros,Macau,Pau dos Ferros,Extremoz,Areia Branca,Goianinha,Acari,Jardim de Piranhas,Jucurutu,Parelhas,Angicos,Ipanguaçu,Lajes,Patu,Upanema,Belo Horizonte,Uberlândia,Contagem,Juiz de Fora,Betim,Montes Claros,Ribeirão das Neves,Uberaba,Governador Valadares,Ipatinga,Sete Lagoas,Divinópolis,Santa Luzia,Ibirité,Poços de Caldas,Patos de Minas,Pouso Alegre,Teófilo Otoni,Barbacena,Sabará,Varginha,Conselheiro Lafaiete,Vespasiano,Itabira,Araguari,Passos,Ubá,Coronel Fabriciano,Muriaé,Ituiutaba,Araxá,Lavras,Itajubá,Nova Serrana,Itaúna,Pará de Minas,Paracatu,Caratinga,Manhuaçu,São João del-Rei,Patrocínio,Timóteo,Unaí,Curvelo,Alfenas,João Monlevade,Três Corações,Viçosa,Cataguases,Ouro Preto,Janaúba,São Sebastião do Paraíso,Esmeraldas,Januária,Formiga,Lagoa Santa,Pedro Leopoldo,Mariana,Ponte Nova,Frutal,Três Pontas,Pirapora,São Francisco,Congonhas,Campo Belo,Leopoldina,Lagoa da Prata,Guaxupé,Bom Despacho,Bocaiuva,Monte Carmelo,Diamantina,João Pinheiro,Santos Dumont,São Lourenço,Caeté,Almenara,Visconde do Rio Branco,Carangola,Arcos,Salinas,Boa Esperança,Jaíba,Oliveira,Andradas,Nanuque,Brumadinho,Ouro Branco,Piumhi,Mateus Leme,Várzea da Palma,Capelinha,Machado,Porteirinha,Além Paraíba,Igarapé,Matozinhos,Iturama,Santa Rita do Sapucaí,Espinosa,São Gotardo,Ibiá,Tupaciguara,Abaeté,Pompéu,Sacramento,Mantena,Itamarandiba,Minas Novas,Araçuaí,Novo Cruzeiro,Bambuí,Carmo do Paranaíba,Coromandel,Ouro Fino,Jacutinga,Extrema,Cambuí,Caxambu,Itanhandu,Passa Quatro,Baependi,Cruzília,Aiuruoca,Andrelândia,Lima Duarte,Rio Preto,Matias Barbosa,Bicas,São João Nepomuceno,Rio Pomba,Mercês,Barroso,Prados,Resende Costa,Entre Rios de Minas,Belo Vale,Bonfim,Piracema,Carmo do Cajuru,Cláudio,Itapecerica,Pitangui,Martinho Campos,Dores do Indaiá,Luz,Iguatama,Pains,Guapé,Carmo do Rio Claro,Alpinópolis,Cássia,Ibiraci,Itamogi,Monte Santo de Minas,Arceburgo,Muzambinho,Nova Resende,Conceição da Aparecida,Areado,Paraguaçu,Elói Mendes,Campanha,Cambuquira,Lambari'.split(
    ',',
  );

/** Hours that courts have. */
const HORARIOS = ['Mo-Fr 08:00-14:00', 'Mo-Fr 08:00-18:00', 'Mo-Fr 12:00-18:00', 'Mo-Fr 07:00-13:00', 'Mo-Fr 08:00-12:00,13:00-17:00', 'Mo-Fr 09:00-17:00', 'Mo-Fr 11:00-19:00', '24/7'];
const RUAS = ['Rua Paulo Pinheiro de Viveiros', 'Avenida André Araújo', 'Praça da Matriz', 'Rua Doutor Lauro Pinto', 'Avenida Presidente Vargas', 'Rua Quinze de Novembro', 'Praça Tiradentes', 'Avenida Brasil'];
const BAIRROS = ['Centro', 'Lagoa Nova', 'Aleixo', 'São José', 'Cidade Alta', 'Boa Vista'];
const VARAS = ['Vara Cível', 'Vara Criminal', 'Vara de Família', 'Vara de Família e Sucessões', 'Vara da Fazenda Pública', 'Vara de Execuções Penais', 'Vara da Infância e da Juventude', 'Vara do Trabalho', 'Vara Empresarial'];

const FEITOS = [' e Registros Públicos', ' e Anexos', ' e Precatórias', ' e Acidentes do Trabalho', ' e Meio Ambiente'];

/** Numbers that look drawn and are always the same (mulberry32). */
function sorteio(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A court with this many units, the same at each call: a capital with hundreds, towns with a handful, three zones, a building in each town. */
export function tribunalGrande(total = 3000): Tribunal {
  const next = sorteio(7);
  const digits = (n: number): string => String(Math.floor(next() * 10 ** n)).padStart(n, '0');
  const unidades: Unidade[] = [];
  const add = (nome: string, tipo: Unidade['tipo'], comarca: string, place: number): void => {
    if (unidades.length >= total) return;
    const area = String(31 + (place % 8));
    // Half of the mailboxes are called after the unit, the others as somebody once decided.
    const local = next() < 0.5 ? identificador(nome).replaceAll('-', '') : `${identificador(nome).replace(/(\w{1,3})\w*-?/g, '$1')}${digits(2)}`;
    const capital = place === 0;
    unidades.push({
      id: identificador(nome).slice(0, 60).replace(/-$/, ''),
      nome,
      tipo,
      comarca,
      timezone: place < 16 ? (place === 9 || place === 15 ? 'America/Eirunepe' : 'America/Manaus') : 'America/Sao_Paulo',
      hours: tipo === 'gabinete' ? 'Mo-Fr 12:00-19:00' : HORARIOS[(place * 7 + (next() < 0.2 ? 1 : 0)) % (HORARIOS.length - 1)]!,
      endereco: {
        logradouro: `${RUAS[(place + (capital ? unidades.length % 12 : 0)) % RUAS.length]!}, ${100 + place * 13 + (capital ? (unidades.length % 12) * 50 : 0)}`,
        bairro: BAIRROS[place % BAIRROS.length]!,
        municipio: comarca,
        uf: 'MG',
        cep: `${30000 + place * 31}-${String(place).padStart(3, '0')}`,
      },
      canais: [
        { tipo: 'telefone', numero: `(${area}) ${2100 + place}-${digits(4)}` },
        { tipo: 'email', endereco: `${local}@tribunal.example` },
        ...(next() < 0.3 ? [{ tipo: 'whatsapp' as const, numero: `55${area}9${digits(8)}` }] : []),
      ],
      ...(next() < 0.03 ? { semVideo: true, aceitaAssincrono: true } : {}),
    });
  };
  const weights = MUNICIPIOS.map((_, place) => (place === 0 ? 0.1 : 1 / (place + 3) ** 0.6));
  const sum = weights.reduce((a, b) => a + b, 0);
  for (let round = 0; unidades.length < total; round++) {
    MUNICIPIOS.forEach((nome, place) => {
      const quantas = place === 0 ? Math.round(total * 0.1) : Math.ceil((weights[place]! / sum) * total * 0.9);
      const comarca = round === 0 ? nome : `${nome} ${round + 1}`;
      for (let n = 0; n < quantas; n++) {
        if (n === 0) add(quantas === 1 ? `Vara Única de ${comarca}` : `Secretaria do Fórum de ${comarca}`, 'secretaria', comarca, place);
        else if (n === 1) add(`Centro Judiciário de Solução de Conflitos e Cidadania de ${comarca}`, 'cejusc', comarca, place);
        else if (n === 2) add(`1º Juizado Especial Cível de ${comarca}`, 'juizado', comarca, place);
        else if (n % 9 === 8) add(`Gabinete da ${Math.floor(n / 9) + 1}ª Vara Cível de ${comarca}`, 'gabinete', comarca, place);
        else {
          const kind = VARAS[(n - 3) % VARAS.length]!;
          add(`${Math.floor((n - 3) / VARAS.length) + 1}ª ${kind}${next() < 0.15 ? FEITOS[Math.floor(next() * FEITOS.length)]! : ''} de ${comarca}`, 'vara', comarca, place);
        }
      }
    });
  }
  const seen = new Set<string>();
  for (const unidade of unidades) {
    while (seen.has(unidade.id)) unidade.id += '-b';
    seen.add(unidade.id);
  }
  return {
    nome: 'Tribunal de Justiça de Exemplo',
    sigla: 'TJEX',
    ramo: 'estadual',
    timezone: 'America/Sao_Paulo',
    video: { provider: 'jitsi', domain: 'video.tribunal.example' },
    balcao: { url: 'balcao.html?unidade={id}' },
    calendario: { feriados: [{ data: '10-24', nome: 'Aniversário de Manaus', municipios: ['Manaus'] }, { data: '08-15', nome: 'Assunção de Nossa Senhora', municipios: ['Belo Horizonte', 'Ouro Preto'] }], horariosExcepcionais: [{ de: '2026-12-18', hours: '08:00-12:00', motivo: 'Manutenção da rede elétrica', unidades: [unidades[5]?.id ?? 'x'] }] },
    unidades,
  };
}
