package measure

// origins are names of people by where a family is from (the Netherlands, Turkey, Morocco, Suriname, Poland, Eritrea, Syria, Vietnam), as they are common here:
// 60 given names and 60 surnames each. Nobody is meant.
var origins = []struct{ key, given, surnames string }{
	{
		"nl", `Anneke Bas Carla Dirk Els Fleur Gerrit Hanneke Iris Jeroen Karin Lars Marijke Niels Odette Piet Quirijn Roos Sjoerd Tineke Ursula Wim Yvonne Zeger Aafke Bram Coby Daan Evelien
		Floris Guus Hilde Ingrid Joke Klaas Lotte Maarten Nelleke Onno Petra Rinske Stijn Thijs Ulrike Vera Wietske Xander Ymke Berend Corrie Daphne Egbert Femke Geertje Harm Ilse Jaap Kees Linde Merel`,
		`Aalbers|Bakker|Cornelissen|Dekker|Eggink|Feenstra|Groeneveld|Hoekstra|IJzerman|de Jong|van Kampen|Lammers|Meijerink|Nijhuis|Oudshoorn|Postma|Quist|Rietveld|Schuurmans|Terpstra|Uittenbogaard|van Vliet|Wiersma
		|Zijlstra|de Vries|van der Veen|Blankestijn|Coenen|van den Berg|Elzinga|Faber|Gerritsen|Huisman|Jonker|Kuiper|Leenders|Mulder|Noordam|van Oosten|Peeters|Roelofs|Smit|Timmermans|Veenstra|de Wit|Zwart|Boersma|Claassen
		|Doornbos|Engelen|Franssen|ter Horst|Haverkamp|Jacobs|Koster|van Loon|Molenaar|Nooteboom|Prins|Vos`,
	},
	{
		"tr", `Ahmet Ayşe Burak Cemile Deniz Elif Fatma Gökhan Hatice İbrahim Kemal Leyla Mehmet Nermin Orhan Özlem Pınar Ramazan Selma Şükran Tuğba Umut Vildan Yasemin Zeynep Aylin Bülent Can Derya Emre Ferhat Gülsüm
		Hakan İsmail Kadir Mustafa Nazlı Osman Rıza Serkan Şeyma Turgut Ümit Volkan Yusuf Zehra Aslı Berk Cengiz Dilek Erdem Figen Güler Hüseyin Kübra Melek Nuray Sevim Tarık Yıldız`,
		`Yılmaz|Kaya|Demir|Şahin|Çelik|Yıldırım|Öztürk|Aydın|Özdemir|Arslan|Doğan|Kılıç|Aslan|Çetin|Kara|Koç|Kurt|Özkan|Şimşek|Polat|Korkmaz|Çakır|Erdoğan|Güneş|Aksoy|Bozkurt|Tekin|Acar|Aktaş|Ünal|Keskin|Yavuz|Bulut
		|Güler|Turan|Avcı|Işık|Tunç|Karaca|Bayram|Ateş|Uçar|Duman|Gündoğdu|Sarı|Toprak|Ergün|Karataş|Özcan|Yüksel|Altun|Başaran|Ceylan|Durmaz|Ekinci|Gök|Kaplan|Sönmez|Taş|Ulusoy`,
	},
	{
		"ma", `Ahmed Aïcha Bilal Chaimae Driss Fatima Ghizlane Hamza Ikram Jamal Karima Latifa Mohamed Naima Omar Rachida Said Samira Tarik Yassin Zakaria Abdelkader Btissam Farid Hafida Ilham Khadija Loubna Mustapha
		Najat Othman Rkia Salima Soufian Touria Wafa Younes Zohra Abdellah Asmae Badr Dounia El-Houssain Fouzia Hanane Imane Kamal Malika Nabil Ouafae Redouan Siham Taoufik Widad Yousra Zineb Anouar Hicham Mimoun Souad`,
		`El Khatib|Benali|Bouzid|Chaoui|El Idrissi|Amrani|Ait Hammou|Boutaleb|Haddou|El Morabet|Lahlou|Mansouri|Naciri|Ouali|Rahmani|Saidi|Tahiri|Zerouali|Azzouzi|Belkacem|Chakir|Daoudi|El Fassi|Ghazali|Hamdaoui|Jabri|Kaddouri|Laaroussi
		|El Mansour|Nasri|Ouahabi|Rachidi|Salhi|Touzani|Yaakoubi|Zitouni|Achahbar|Bakkali|Ben Omar|Dahmani|El Hajjaji|Fikri|Guennoun|Hassouni|Jaouhari|Karimi|El Allali|Moussaoui|Najjar|Oulad Ali|Riffi|Sabri|Talbi|Ziani|Aouragh|Bennani|Chafik|El Yaakoubi|Mokhtari|Taheri`,
	},
	{
		"sr", `Anil Bhagwandas Chandra Devika Errol Farida Glenn Humphrey Indra Jerrel Kenneth Lilian Mitchel Nisha Orlando Priya Radjesh Sheila Soerin Urmila Vidya Winston Xaviera Yvette Aroen Bisnath Cheryl Dew Ewald Franklin
		Gladys Hillegonda Imro Jagdish Kavita Lloyd Marciano Natasja Oemar Prem Roy Sandra Stanley Sunita Tania Vinod Waldy Yolanda Astrid Boike Consuela Doelsam Eugenie Fidelia Henna Ismaël Krishna Melvin Rachna Sherwin`,
		`Ramdin|Bhagwan|Kalloe|Doerga|Jagroep|Mahabier|Ramautar|Sewpersad|Soekhoe|Tjon A Fat|Li A Sam|Pinas|Amatmoekrim|Kromodimedjo|Wongsosemito|Partosoebroto|Bouterse|Kartosen|Sabajo|Landveld|Vreden|Graanoogst|Blokland|Zeefuik|Biervliet
		|Kogeldans|Wijngaarde|Oemrawsingh|Ganesh|Baldewsingh|Chotoe|Gopal|Hindori|Jhinkoe|Khoesial|Lachman|Mangroe|Nandoe|Oedit|Parbhoe|Rambaran|Sardjoe|Thakoersingh|Autar|Bisessar|Dihal|Girdhari|Jharap|Kanhai|Madarie|Pahladsingh|Raghoebar
		|Sitaram|Tewari|Ajodhia|Burleson|Cairo|Doelwijt|Emanuels|Misiedjan`,
	},
	{
		"pl", `Agnieszka Bartosz Czesław Danuta Ewa Franciszek Grażyna Henryk Iwona Jacek Katarzyna Leszek Małgorzata Norbert Olga Paweł Renata Sławomir Teresa Urszula Wojciech Zbigniew Żaneta Adam Beata Cezary Dorota Edyta
		Filip Grzegorz Halina Ireneusz Joanna Krzysztof Łukasz Magdalena Natalia Oliwia Piotr Radosław Stanisława Tomasz Wanda Zofia Aleksandra Bogdan Damian Elżbieta Gabriela Hubert Irena Jerzy Kinga Lech Mirosław Nina Patryk Szymon Tadeusz Zuzanna`,
		`Nowak|Kowalska|Wiśniewski|Wójcik|Kowalczyk|Kamińska|Lewandowski|Zieliński|Szymańska|Woźniak|Dąbrowski|Kozłowska|Jankowski|Mazur|Kwiatkowska|Krawczyk|Piotrowski|Grabowska|Pawłowski|Michalska|Zając|Król|Wieczorek|Jabłońska|Wróbel|Nowakowski
		|Majewska|Olszewski|Stępień|Malinowska|Jaworski|Adamczyk|Dudek|Nowicka|Pawlak|Górski|Witkowska|Walczak|Sikora|Rutkowska|Baran|Michalak|Szewczyk|Ostrowska|Tomaszewski|Pietrzak|Zalewska|Wróblewski|Jasińska|Marciniak|Sadowski|Bąk|Zawadzka
		|Duda|Jakubowski|Wilk|Borkowska|Chmielewski|Sokołowska|Urbański`,
	},
	{
		"er", `Abeba Biniam Dawit Elsa Freweini Ghebre Habtom Isayas Kidane Letebrhan Merhawi Natsnet Okbay Petros Rahwa Samrawit Tesfay Winta Yonas Zewdi Abraham Awet Berhane Daniel Eyob Filmon Genet Hermon Kibrom Luwam Mebrahtu
		Nahom Robel Selam Tekle Weldu Yordanos Zerai Almaz Asmerom Bereket Desta Efrem Fiyori Goitom Helen Kisanet Medhanie Mulu Negasi Rigat Saba Senait Tsegay Tsehaye Weini Yohana Zula Amanuel Feven`,
		`Abraha|Berhe|Ghebreab|Haile|Kahsay|Mehari|Negash|Okubay|Russom|Tesfamariam|Weldemichael|Yemane|Zeratsion|Araya|Bahta|Desbele|Embaye|Fessehaye|Gebremedhin|Habte|Idris|Kiflay|Measho|Neguse|Ogbazghi|Semere|Teklehaimanot|Ukbamichael
		|Woldu|Yohannes|Zemichael|Andemariam|Beyene|Debesay|Estifanos|Ftsum|Girmay|Hagos|Iyasu|Keleta|Mengisteab|Naizghi|Solomon|Tewelde|Weldegebriel|Zerom|Asfaha|Bokretsion|Drar|Eyasu|Ghirmai|Kidanemariam|Mesfin|Nigusse|Sium|Tecle|Uqbay|Yacob|Zemuy|Tsegai`,
	},
	{
		"sy", `Abdulrahman Amal Basel Dima Eyad Fadi Ghada Hussein Iman Jihan Khaled Lina Maher Nour Osama Qusai Rana Samer Tamara Wael Yara Ziad Alaa Bassam Duaa Farah George Hala Ibrahim Jamila Kinan Layal Mahmoud Nizar Ola Raghad
		Sami Tarek Wisam Yazan Zeina Ammar Bushra Diana Elias Firas Ghassan Hiba Issa Joud Lamis Marwan Nawal Omaima Rami Salma Talal Walaa Yamen Zaher`,
		`Al Ahmad|Haddad|Khoury|Al Masri|Darwish|Sabbagh|Najjar|Al Hamwi|Qabbani|Shami|Al Halabi|Kassab|Mardini|Nahhas|Al Rifai|Sayegh|Taha|Yousef|Zein|Al Abdullah|Barakat|Chahine|Dabbagh|Fares|Ghanem|Hallak|Al Issa|Jabbour|Kanaan
		|Lahham|Mansour|Nasser|Al Omari|Qasem|Rahal|Saleh|Tahan|Al Youssef|Zakaria|Akkad|Bitar|Daher|Al Fayad|Ghazal|Hamdan|Ismael|Jouma|Kabbani|Mahfouz|Nabhan|Obeid|Rajab|Shaheen|Totah|Wahbi|Al Zoubi|Atassi|Bakri|Droubi|Sharaf`,
	},
	{
		"vn", `Anh Bình Châu Dũng Giang Hạnh Khanh Linh Mai Nam Oanh Phúc Quang Sơn Thảo Uyên Vân Xuân Yến An Bảo Chi Duy Hà Hoa Hùng Kim Lan Long Minh Nga Ngọc Nhung Phương Quỳnh Tâm Thanh Thu Trang Tuấn Vy Đức Hải Hằng Hiếu Hương
		Kiên Loan Mỹ Nguyệt Phong Quý Tài Thủy Tiến Trinh Tùng Việt Vinh Đào`,
		`Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đoàn|Trịnh|Đinh|Lâm|Mai|Trương|Cao|Hà|Lương|Tạ|Chu|Thái|Phùng|Tô|Nguyen|Tran|Le|Pham|Hoang|Huynh|Vu|Vo|Dang|Bui|Do|Ho|Ngo|Duong|Ly|Doan|Trinh|Dinh|Lam|Truong|Luong|Ta
		|Thai|Phung|To|Quach|Kieu|Vuong|Nghiem|Tang`,
	},
}
