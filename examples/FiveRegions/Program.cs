// A shop with users in five regions. Which single loss does it not survive? Every region, cluster, provider and gateway is
// taken away, one at a time, and each loss is played for five minutes; three designs, each of which learns from the last.
using System.Globalization;
using Mesh.Sdk.Simulation;
using Mesh.Sdk.Topology;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string[] regions = ["paris", "london", "dublin", "virginia", "iowa"];

Console.WriteLine("Users in five regions send 40 requests a second each to cart, whose pods take 50 a second each.");
Console.WriteLine("A loss is survived if cart and orders answer everything again within 15 s.");

Search("Cart and orders run in Paris", Define("paris"));
Search("They run in Virginia too, in another region of the same provider", Define("paris", "virginia"));
Search("They run in Iowa too, at another provider", Define("paris", "virginia", "iowa"));

ServiceMesh Define(params string[] places) => ServiceMesh.Define("shop", m =>
{
    m.AddCluster("paris", c => c.AsHost().OnAws("eu-west-3"));
    m.AddCluster("london", c => c.AsHost().OnGoogleCloud("europe-west2"));
    m.AddCluster("dublin", c => c.AsHost().OnAzure("northeurope"));
    m.AddCluster("virginia", c => c.AsHost().OnAws("us-east-1"));
    m.AddCluster("iowa", c => c.AsHost().OnGoogleCloud("us-central1"));
    foreach (string name in (string[])["cart", "orders"])
    {
        m.AddService(name, "shop", s =>
        {
            // Hosts whose ejection ends are tried again, dead or not: a short ejection makes a lost region hurt again and again.
            s.OnPort(8080).EjectsOutliers(o => o.ForFailover().For(TimeSpan.FromMinutes(15)));
            foreach (string place in places)
            {
                s.RunsOn(place, replicas: 4);
            }
        });
    }
});

void Search(string title, ServiceMesh mesh)
{
    SurvivalReport report = mesh.Survives(Loss.OfAnyRegion | Loss.OfAnyCluster | Loss.OfAnyProvider | Loss.OfAnyGateway, new()
    {
        Budget = TimeSpan.FromSeconds(15),
        Configure = s =>
        {
            foreach (string region in regions)
            {
                s.Clients(from: region, requestsPerSecond: 40, "cart");
            }

            s.Calls("cart", "orders", propagatesFailures: true).WithService("cart", b => b.WithCapacity(requestsPerSecond: 50));
        },
    });
    LossResult[] survived = [.. report.Results.Where(l => l.IsSurvived).OrderByDescending(l => l.LostRequests)];
    Console.WriteLine($"\n{title}\n{new string('-', title.Length)}\n{survived.Length} of {report.Results.Count} single losses are survived.");
    foreach (LossResult loss in report.Fatal.OrderByDescending(l => l.LostRequests))
    {
        Console.WriteLine($"  NO   {Of(loss),-38} {loss.LostRequests,6:0} requests lost: {string.Join(", ", loss.FailedFor.Select(f => $"{f.Key} fails for {f.Value.TotalSeconds:0} s"))}");
    }

    foreach (LossResult loss in survived.Take(3))
    {
        Console.WriteLine($"  yes  {Of(loss),-38} {loss.LostRequests,6:0} requests lost");
    }

    Console.WriteLine(survived.Length > 3 ? $"  yes  and {survived.Length - 3} more, which lose no more" : "");
}

static string Of(LossResult loss) => string.Join(" and ", loss.Losses);
