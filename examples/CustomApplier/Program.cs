// An applier of one's own: a mesh goes into a change list that people sign, instead of into clusters.
using CustomApplier;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Rendering;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

ServiceMesh mesh = ServiceMesh.Define("shop", m => m
    .AddCluster("east", c => c.AsHost().OnAws("eu-west-2"))
    .AddNamespace("shop", _ => { })
    .AddService("orders", "shop", s => s.OnPort(8080).RunsOn("east")));

ChangeListApplier applier = new(Console.Out);
ApplyOptions options = ApplyOptions.Default with { Set = new("shop") { Prunes = true } };
ResourceSet resources = mesh.Render();

Console.WriteLine("The first release:");
ApplyResult first = await applier.ApplyAsync(resources, options);
Console.WriteLine(first);

Console.WriteLine("\nThe second, in which nothing has changed:");
ApplyPlan second = await applier.PlanAsync(resources, options);
Console.WriteLine(second);

Console.WriteLine("\nThe last, in which the shop closes:");
ApplyResult last = await applier.ApplyAsync(ResourceSet.Empty, options);
Console.WriteLine(last);
return first.IsSuccess && !second.HasChanges && last.IsSuccess ? 0 : 1;
