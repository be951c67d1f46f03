import type { LanguageWords } from './language-words.ts';

export const portuguese: LanguageWords = {
  oneTimeCode: `
    código de verificação, código de confirmação, código de segurança, código de acesso,
    código de ativação, código de autenticação, código de validação, código de login,
    código de início de sessão, código de uso único, código de recuperação, código de redefinição,
    código único, código temporário, senha de uso único, senha temporária, senha descartável,
    palavra passe temporária, chave de acesso`,
  code: `
    código*, senha`,
  otherNumber: `
    código do cliente, código de cliente, código de utilizador, código do usuário, código do produto, código do país, matrícula,
    pedido*, número do pedido, encomenda*, nota fiscal, fatura*, rastreio, rastreamento,
    código de rastreio, código de rastreamento, código de seguimento, protocolo, referência*,
    reserva*, código de reserva, código da reserva, localizador, cliente, conta, agência, cartão,
    terminado em, final, telefone, tel, ligue, cep, código postal, código promocional,
    código de desconto, cupom*, cupão, desconto, vale, valor, total, preço, iva, cpf, cnpj, nif,
    boleto, código de barras, linha digitável, contrato, voo, assento, versão, artigo, rua, bilhete,
    pontos, saldo`,
  discount: `
    desconto*, cupom, cupão, oferta*, promoção`,
  unit: `
    minuto*, hora*, dia*, segundo*, semana*, mês, meses, ano*, reais, euros, pontos, dígitos`,
  intent: `
    entrar, login, iniciar sessão, acessar, verificar, verificação, confirmar, confirme, expira,
    válido, não compartilhe, não partilhe, digite, insira, informe, introduza, redefinir, repor,
    duas etapas, dois fatores, identidade, não solicitou, não pediu, dígitos`,
  resetPassword: `
    redefinir, redefinição, repor palavra passe, repor a palavra passe, nova senha,
    nova palavra passe, trocar senha, alterar senha, recuperar senha, recuperar conta,
    criar nova senha, esqueci minha senha`,
  verify: `
    confirmar, confirme, confirmar e mail, confirmar meu, confirmar o meu, verificar,
    verificar e mail, ativar, ativar conta, ativar minha conta, validar, concluir cadastro,
    concluir registo`,
  signIn: `
    entrar, iniciar sessão, fazer login, acessar, aceder, link de acesso, link mágico,
    acessar minha conta, entrar na minha conta`,
  invitation: `
    aceitar convite, aceitar o convite, aceitar, participar, entrar na equipe, juntar se, convite,
    convidou`,
  unsubscribe: `
    cancelar inscrição, cancelar a inscrição, cancelar assinatura, cancelar subscrição,
    cancelar a subscrição, descadastrar*, remover inscrição, preferências de e mail,
    deixar de receber, gerir preferências`,
};
