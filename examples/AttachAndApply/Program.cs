// Two clusters join a mesh, what is defined reaches all three, one field changes, and everything goes again.
// Run it by examples/AttachAndApply/lab.sh, or give it three kubeconfig files of your own: the host's first.
using AttachAndApply;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Attachment;
using Mesh.Sdk.Rendering;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

if (args.Length != 3)
{
    Console.Error.WriteLine("Usage: AttachAndApply HOST-KUBECONFIG AWS-KUBECONFIG GKE-KUBECONFIG");
    return 2;
}

ServiceMesh definition = Define(TimeSpan.FromMinutes(15));
using ConnectedMesh mesh = definition.Connect();
ConsoleProgress progress = new();

// Attach both peers. A lab is on this machine; a real host would not find a peer at 127.0.0.1, which is an error by default.
AttachOptions attach = new() { AllowsLoopback = true, Confirm = ConsoleProgress.ConfirmAsync };
foreach (string peer in new[] { "waynz0r-1009-01-aws", "waynz0r-1009-01-gke" })
{
    Console.WriteLine($"\n> attach {peer}");
    progress.Finish(await mesh.AttachAsync(peer, attach, progress));
}

Console.WriteLine("\n> status\nClusters in the mesh\n");
Console.Write((await mesh.GetStatusAsync()).ToTable());

// Plan, then apply. The namespace of the control plane is there already, so what exists is adopted.
ApplyOptions options = ApplyOptions.Default with { Set = new ApplySet("backyards") { Prunes = true }, ForeignObjects = ForeignObjectPolicy.Adopt };
Console.WriteLine("\n> plan");
ApplyPlan plan = await mesh.Applier.PlanAsync(definition.Render(), options);
Console.Write(plan.ToTable());
Console.WriteLine("\n> apply");
progress.Finish(await mesh.Applier.ApplyAsync(plan, progress));

// Change one field: the plan shows that, and nothing else.
Console.WriteLine("\n> plan, after ejections were made shorter");
ResourceSet changed = Define(TimeSpan.FromMinutes(5)).Render();
ApplyPlan difference = await mesh.Applier.PlanAsync(changed, options);
Console.Write(difference.ToDiff());
Console.WriteLine("\n> apply");
progress.Finish(await mesh.Applier.ApplyAsync(difference, progress));

// Detach removes all that attaching made, and the applier what it applied.
foreach (string peer in new[] { "waynz0r-1009-01-aws", "waynz0r-1009-01-gke" })
{
    Console.WriteLine($"\n> detach {peer}");
    progress.Finish(await mesh.DetachAsync(peer, progress));
}

Console.WriteLine("\n> delete");
progress.Finish(await mesh.Applier.DeleteAsync(changed, options));
Console.WriteLine("\n> what is left");
Console.Write((await mesh.GetStatusAsync()).ToTable());
return progress.HasFailed ? 1 : 0;

ServiceMesh Define(TimeSpan baseEjectionTime) => ServiceMesh.Define("backyards", m => m
    .AddCluster("waynz0r-1009-02-aws", c => c.AsHost().OnAws("eu-west-3").WithGatewayAddresses("15.236.163.90").WithRevision("cp-v17x.istio-system").WithKubeconfig(args[0]))
    .AddCluster("waynz0r-1009-01-aws", c => c.AsPeer().OnAws("eu-west-2").WithGatewayAddresses("3.11.47.43").WithRevision("cp-v17x.istio-system").WithKubeconfig(args[1]))
    .AddCluster("waynz0r-1009-01-gke", c => c.AsPeer().OnGoogleCloud("europe-west2").WithGatewayAddresses("35.197.239.240").WithRevision("cp-v17x.istio-system").WithKubeconfig(args[2]))
    .AddDemoApplication(d => d
        .OnHost("waynz0r-1009-02-aws", "bombardier")
        .OnPeer("waynz0r-1009-01-aws", "frontpage", "bookings", "catalog")
        .OnPeer("waynz0r-1009-01-gke", "frontpage", "bookings", "catalog")
        .WithService("frontpage", s => s.FailsOver(from: "eu-west-3", to: "eu-west-2").EjectsOutliers(o => o.For(baseEjectionTime)))));
