#!/usr/bin/env dotnet
#:package Mesh.Sdk@0.1.0
#:property PublishAot=false

// A script, with the package as users have it: dotnet run examples/scripts/where-traffic-goes.cs
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Rendering;
using Mesh.Sdk.Topology;

ServiceMesh mesh = ServiceMesh.Define("shop", m =>
{
    m.AddCluster("paris", c => c.AsHost().OnAws("eu-west-3"));
    m.AddCluster("london", c => c.AsPeer().OnAws("eu-west-2"));
    m.AddCluster("gke", c => c.AsPeer().OnGoogleCloud("europe-west2"));
    m.AddService("orders", "shop", s => s
        .OnPort(8080)
        .RunsOn("london", replicas: 3)
        .RunsOn("gke", replicas: 3)
        .FailsOver(from: "eu-west-3", to: "eu-west-2")
        .EjectsOutliers());
});

TrafficQuestion healthy = mesh.AskTraffic("orders", "shop", mesh.IngressOf("paris"), mesh.Render().ForCluster("paris").OfType<DestinationRule>());
foreach ((string state, TrafficQuestion question) in new[] { ("healthy", healthy), ("london lost", healthy.ScaledTo("london", 0)) })
{
    Console.WriteLine($"{state,-12} {TrafficRouting.Explain(question).PercentByCluster}");
}
