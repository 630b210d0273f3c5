<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>About Yidi</source>
        <translation>关于异地就医助手</translation>
    </message>
    <message>
        <source>Not official software</source>
        <translation>非官方软件</translation>
    </message>
    <message>
        <source>Yidi is not made, checked or endorsed by any medical insurance bureau. What you are paid is decided by the bureau of the insured region. Ring its line, 12393, before you rely on a figure.</source>
        <translation>本软件不是任何医保部门制作、审核或认可的。报多少由参保地医保经办机构决定。要按数字办事之前，请先打参保地的 12393 问清楚。</translation>
    </message>
    <message>
        <source>Rulebook %1, checked on %2</source>
        <translation>规则库 %1，核对到 %2</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Opening the rulebook …</source>
        <translation>正在打开规则库……</translation>
    </message>
    <message>
        <source>Program %1</source>
        <translation>程序 %1</translation>
    </message>
    <message>
        <source>Runs offline: there is no network code in it.</source>
        <translation>离线运行：程序里没有任何联网的代码。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Yidi is free software under the MIT licence. It stands on the work of others:</source>
        <translation>本软件是自由软件，采用 MIT 许可。它用到了别人的成果：</translation>
    </message>
    <message>
        <source>Third-party notices</source>
        <translation>第三方声明</translation>
    </message>
</context>
<context>
    <name>BugNotice</name>
    <message>
        <source>What you entered is kept. If it happens again, quote %1; the place is noted in %2.</source>
        <translation>您填的内容没有丢。如果再出现，请记下编号 %1；出错的位置已记在 %2。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>程序出了点问题</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>%1-%2</source>
        <comment>year and month</comment>
        <translation>%1年%2月</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Open the calendar</source>
        <translation>打开日历</translation>
    </message>
</context>
<context>
    <name>EstimateFields</name>
    <message>
        <source>years</source>
        <translation>岁</translation>
    </message>
    <message>
        <source>City or county, pinyin will do</source>
        <translation>市或县，可以打拼音</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不清楚</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>已经备案</translation>
    </message>
    <message>
        <source>Filed after admission</source>
        <translation>住院以后补的备案</translation>
    </message>
    <message>
        <source>Not filed</source>
        <translation>没有备案</translation>
    </message>
    <message>
        <source>No, a stay of its own</source>
        <translation>不是</translation>
    </message>
    <message>
        <source>Yes, transferred from there</source>
        <translation>是，从那里转过来的</translation>
    </message>
</context>
<context>
    <name>EstimateForm</name>
    <message>
        <source>Who</source>
        <translation>谁看病</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>哪种医保</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>人员类别</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Insured in</source>
        <translation>在哪参保</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>档次</translation>
    </message>
    <message>
        <source>What care, where</source>
        <translation>在哪看、看什么</translation>
    </message>
    <message>
        <source>Treated in</source>
        <translation>去哪看</translation>
    </message>
    <message>
        <source>Kind of care</source>
        <translation>看什么</translation>
    </message>
    <message>
        <source>Recognised disease</source>
        <translation>认定的病种</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>医院级别</translation>
    </message>
    <message>
        <source>Why there</source>
        <translation>为什么去那里</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Filing</source>
        <translation>备案</translation>
    </message>
    <message>
        <source>When</source>
        <translation>什么时候</translation>
    </message>
    <message>
        <source>Admitted on</source>
        <translation>入院日期</translation>
    </message>
    <message>
        <source>Discharged on, or expected</source>
        <translation>出院日期（或预计）</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <translation>看病日期</translation>
    </message>
    <message>
        <source>Which stay of this year</source>
        <translation>今年第几次住院</translation>
    </message>
    <message>
        <source>1 for the first. Empty, it is counted from the other bills.</source>
        <translation>第一次填 1；不填，就照下面别的账单往下数。</translation>
    </message>
    <message>
        <source>The bill</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总费用</translation>
    </message>
    <message>
        <source>Of this, out of catalogue</source>
        <translation>其中目录外自费</translation>
    </message>
    <message>
        <source>What the fund never pays.</source>
        <translation>医保目录以外、完全自费的部分。</translation>
    </message>
    <message>
        <source>Of this, class B</source>
        <translation>其中乙类</translation>
    </message>
    <message>
        <source>Medicines and items of which you pay a share first.</source>
        <translation>先自付一部分、再报销的药品和项目。</translation>
    </message>
    <message>
        <source>Share of class B paid first</source>
        <translation>乙类先自付比例</translation>
    </message>
    <message>
        <source>Leave empty for the region&apos;s figure.</source>
        <translation>不填就用参保地的数字。</translation>
    </message>
    <message>
        <source>Of this, over a price limit</source>
        <translation>其中超出限价</translation>
    </message>
    <message>
        <source>Paid by the funds already</source>
        <translation>医保已经付过的</translation>
    </message>
    <message>
        <source>If it was settled before you filed: what the slip says the funds paid.</source>
        <translation>补办备案以前已经结过账的，照结算单填基金付了多少。</translation>
    </message>
    <message>
        <source>Balance of the personal account</source>
        <translation>个人账户余额</translation>
    </message>
    <message>
        <source>Transferred from the stay before</source>
        <translation>是接着上一次住院转过来的吗</translation>
    </message>
    <message>
        <source>Some places take one deductible for both stays.</source>
        <translation>有的地方转院只收一次起付线。</translation>
    </message>
    <message>
        <source>Already used this year, and hardship</source>
        <translation>今年已用掉的、困难身份（可不填）</translation>
    </message>
    <message>
        <source>Deductible paid</source>
        <translation>今年已付的起付线</translation>
    </message>
    <message>
        <source>Paid by the basic fund</source>
        <translation>统筹基金已付</translation>
    </message>
    <message>
        <source>Paid by the supplement</source>
        <translation>大额补助已付</translation>
    </message>
    <message>
        <source>Eligible expenses above the deductible</source>
        <translation>起付线以上、政策范围内的费用</translation>
    </message>
    <message>
        <source>Counted for critical illness</source>
        <translation>已计入大病保险的自付</translation>
    </message>
    <message>
        <source>Paid by critical-illness insurance</source>
        <translation>大病保险已付</translation>
    </message>
    <message>
        <source>Paid by medical assistance</source>
        <translation>医疗救助已付</translation>
    </message>
    <message>
        <source>Hardship category</source>
        <translation>困难身份</translation>
    </message>
</context>
<context>
    <name>EstimatePage</name>
    <message>
        <source>Estimator</source>
        <translation>报销测算</translation>
    </message>
    <message>
        <source>Nobody has told us this region&apos;s figure. Please fill in the share; the hospital knows it.</source>
        <translation>还没有当地的数字，请填上这个比例，医院收费处知道。</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已收起</translation>
    </message>
</context>
<context>
    <name>FoundList</name>
    <message>
        <source>What was found</source>
        <translation>找到的</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Glossary</source>
        <translation>名词解释</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Hello. What would you like to do?</source>
        <translation>您好，想办哪件事？</translation>
    </message>
    <message>
        <source>A few questions, and you know what to file, what to bring and how much comes back.</source>
        <translation>先回答几个问题，就知道要不要备案、带什么、大概报多少。</translation>
    </message>
    <message>
        <source>The rulebook cannot be opened</source>
        <translation>规则库打不开</translation>
    </message>
    <message>
        <source>Continue where you left off</source>
        <translation>继续上次</translation>
    </message>
    <message>
        <source>, for example “Taiyuan”, “hypertension”, “emergency”</source>
        <translation>，例如“太原”“高血压”“急诊”</translation>
    </message>
    <message>
        <source>Search places, diseases, questions</source>
        <translation>搜地区、病种、问题</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
    <message>
        <source>Start the wizard</source>
        <translation>开始向导</translation>
    </message>
    <message>
        <source>Open the estimator</source>
        <translation>打开测算</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>看说明</translation>
    </message>
    <message>
        <source>I am going elsewhere for treatment</source>
        <translation>我要去外地看病</translation>
    </message>
    <message>
        <source>Whether to file and as what, which papers, how the bill is settled: step by step.</source>
        <translation>要不要备案、哪一类、什么材料、怎么结算，一步一步来。</translation>
    </message>
    <message>
        <source>How much comes back?</source>
        <translation>算一算能报多少</translation>
    </message>
    <message>
        <source>Enter the bill and see what the funds pay and what is left to you, line by line.</source>
        <translation>输入费用，看基金付多少、自己付多少，每一步都有依据。</translation>
    </message>
    <message>
        <source>What does that mean?</source>
        <translation>这个词什么意思</translation>
    </message>
    <message>
        <source>Filing, direct settlement, deductible: the words of medical insurance, explained plainly.</source>
        <translation>备案、直接结算、起付线……医保的说法，用大白话讲清楚。</translation>
    </message>
    <message>
        <source>In danger of life?</source>
        <translation>有生命危险？</translation>
    </message>
    <message>
        <source>Go to the nearest hospital first; rescue elsewhere counts as filed.</source>
        <translation>先去最近的医院抢救，外地急诊抢救视同已备案。</translation>
    </message>
    <message>
        <source>What matters in an emergency</source>
        <translation>看急诊要点</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Yidi: treated away from home</source>
        <translation>异地就医助手</translation>
    </message>
    <message>
        <source>No rulebook</source>
        <translation>没有规则库</translation>
    </message>
    <message>
        <source>Rulebook of %1</source>
        <translation>规则库 %1</translation>
    </message>
</context>
<context>
    <name>MoneyField</name>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Check a slip</source>
        <translation>核对结算单</translation>
    </message>
    <message>
        <source>Wizard</source>
        <translation>就医向导</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Estimator</source>
        <translation>报销测算</translation>
    </message>
    <message>
        <source>Rulebook</source>
        <translation>规则与来源</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Yidi</source>
        <translation>异地就医助手</translation>
    </message>
    <message>
        <source>Runs offline</source>
        <translation>离线运行，不联网</translation>
    </message>
</context>
<context>
    <name>RegionField</name>
    <message>
        <source>Places found</source>
        <translation>找到的地方</translation>
    </message>
    <message>
        <source>Please choose “%1” from the list.</source>
        <translation>请从下面的列表里选“%1”。</translation>
    </message>
    <message>
        <source>No place called “%1”. Try the city, the county, or pinyin such as “taiyuan”.</source>
        <translation>没有找到“%1”。试试市名、县名，或者拼音，例如 taiyuan。</translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <source>What comes back</source>
        <translation>能报多少</translation>
    </message>
    <message>
        <source>The result appears here as soon as these are filled in:</source>
        <translation>填好下面几项，结果马上显示在这里：</translation>
    </message>
    <message>
        <source>Please mend these first:</source>
        <translation>请先改好这几项：</translation>
    </message>
    <message>
        <source>Not computed</source>
        <translation>没有算</translation>
    </message>
    <message>
        <source>How it comes about</source>
        <translation>怎么算的</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>An estimate, not a decision: the bureau of the insured region decides.</source>
        <translation>这是估算，不是结论；报多少由参保地医保经办机构决定。</translation>
    </message>
    <message>
        <source>The funds are expected to pay</source>
        <translation>预计报销</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>还算不出来</translation>
    </message>
    <message>
        <source>(%1 – %2)</source>
        <translation>（%1 – %2）</translation>
    </message>
    <message>
        <source>You pay %1 of %2 yourself.</source>
        <translation>总费用 %2，自己付 %1。</translation>
    </message>
    <message>
        <source> About %1 of the whole bill comes back.</source>
        <translation>大约能报 %1。</translation>
    </message>
    <message>
        <source>What nobody has told us yet</source>
        <translation>还缺的数字</translation>
    </message>
    <message>
        <source>Ask %1: %2</source>
        <translation>打 %1 问：%2</translation>
    </message>
</context>
<context>
    <name>SearchOverlay</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>A place, a disease, a question</source>
        <translation>地方、病种、想问的事</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing found for “%1”. Chinese, pinyin and initials will do.</source>
        <translation>没有找到“%1”。汉字、拼音、拼音首字母都可以。</translation>
    </message>
    <message>
        <source>Chinese, pinyin or initials: two characters will do. For example ty for Taiyuan.</source>
        <translation>汉字、拼音、首字母都可以，两个字就够，例如 ty 是太原。</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>地方</translation>
    </message>
    <message>
        <source>Diseases</source>
        <translation>病种</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>名词解释</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>What the articles say</source>
        <translation>文章里的说法</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Opening the rulebook …</source>
        <translation>正在打开规则库……</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字的大小</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Extra large</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Your records</source>
        <translation>您的记录</translation>
    </message>
    <message>
        <source>What you enter stays on this computer, in this folder, and nowhere else:</source>
        <translation>您填的内容只存在这台电脑的这个文件夹里，不会传到别处：</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>The rulebook cannot be opened</source>
        <translation>规则库打不开</translation>
    </message>
    <message>
        <source>Opening the rulebook …</source>
        <translation>正在打开规则库……</translation>
    </message>
</context>
</TS>
