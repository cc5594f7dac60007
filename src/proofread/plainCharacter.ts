/** Traditional characters of budget and performance wording, one for one; names of places and people may stay traditional. */
const TRADITIONAL =
  '萬万億亿預预決决執执項项經经費费總总計计佔占較较減减長长時时數数個个類类資资結结轉转餘余員员編编製制務务業业後后內内'
  + '壹一貳二參三肆四伍五陸六柒七捌八玖九拾十佰百仟千'
  + '與与這这個个標标準准財财撥拨國国營营學学農农護护購购運运車车買买維维務务採采機机關关單单門门級级點点專专門门業业'
  + '產产額额實实際际達达變变動动設设備备會会議议訓训練练積积極极確确認认為为無无開开發发來来過过還还進进進进區区縣县鄉乡鎮镇'
  + '網网絡络電电視视頻频衛卫衞卫療疗體体環环節节約约聯联繫系際际請请評评價价績绩報报銷销責责權权質质量量圖图書书館馆場场處处'
  + '條条隻只臺台輛辆戶户間间層层歲岁幾几兩两雙双對对從从東东廣广張张強强優优屬属層层則则別别劃划劑剂辦办勵励勞劳屆届嚴严'
  + '檢检測测測测滿满濟济職职補补規规觀观訂订託托訪访證证識识譯译試试話话詳详誤误說说調调諮咨審审寫写貼贴贈赠賬账購购賠赔'
  + '選选遞递適适遷迁鄰邻醫医釋释錄录錢钱鐵铁陳陈陽阳隊队階阶雜杂離离難难雲云頁页順顺須须領领題题顧顾養养駐驻驗验龍龙齊齐庫库壓压擴扩據据'
  + '歷历歸归殘残漲涨災灾愛爱獎奖獲获現现異异當当盡尽監监盤盘眾众碼码礎础種种稱称穩稳穫获築筑簡简簽签糧粮紀纪紅红納纳純纯紙纸組组細细終终統统給给綜综綠绿線线緊紧締缔縮缩繼继續续'
  + '聲声膽胆舊旧華华葉叶號号術术裝装製制複复訊讯記记許许該该課课諾诺謀谋講讲負负貢贡貧贫貨货貫贯貿贸趨趋踐践軌轨軟软載载輔辅輕轻輸输輯辑農农邊边鑑鉴閉闭閱阅陸陆險险隨随隱隐靈灵靜静響响頓顿頗颇類类風风飛飞館馆';

const SIMPLIFIED = new Map<string, string>();
for (let at = 0; at + 1 < TRADITIONAL.length; at += 2) SIMPLIFIED.set(TRADITIONAL.charAt(at), TRADITIONAL.charAt(at + 1));

const TWINS: Readonly<Record<string, string>> = { '﹪': '%', '﹒': '.', '−': '-', '﹣': '-', '–': '—', '―': '—', '～': '~', '∶': ':', '〜': '~', '﹐': ',' };

/** One character as proofreading reads it: half-width, simplified, one sign for every kind of dash, percent and colon. */
export function plainCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) return character;
  const twin = TWINS[character];
  if (twin !== undefined) return twin;
  if (code >= 0xff01 && code <= 0xff5e) return /[，：；（）！？]/.test(character) ? character : String.fromCharCode(code - 0xfee0);
  return SIMPLIFIED.get(character) ?? character;
}
