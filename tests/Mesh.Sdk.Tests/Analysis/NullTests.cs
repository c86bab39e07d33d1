using Mesh.Sdk.Analysis;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Analysis;

/// <summary>Rules look at objects that C# code made, too, which may hold null anywhere.</summary>
public sealed class NullTests
{
    private static readonly ObjectMeta Metadata = new() { Name = "orders", Namespace = "shop" };

    private static IResource[] Resources =>
    [
        new DestinationRule { Metadata = Metadata, Spec = null },
        new ServiceEntry { Metadata = Metadata, Spec = null },
        new WorkloadEntry { Metadata = Metadata, Spec = null },
        new WorkloadGroup { Metadata = Metadata, Spec = null },
        new Gateway { Metadata = Metadata, Spec = null },
        Rule(new() { Host = null! }),
        Rule(new() { Host = "a", Subsets = [null!, new() { Name = null!, Labels = [new("a", null!)] }, new() { Name = null! }], ExportTo = [null!, null!] }),
        Rule(new() { Host = "a", WorkloadSelector = new() { MatchLabels = [new("", null!)] }, ExportTo = [null!] }),
        Policy(new() { PortLevelSettings = [null!, new()], Tunnel = new() { TargetHost = null!, TargetPort = 0 }, Tls = new() { SubjectAltNames = [null!] } }),
        Policy(new() { ConnectionPool = new() { Http = new() { Http2KeepAlive = new() }, Tcp = new() { TcpKeepalive = new() } } }),
        Policy(new() { LoadBalancer = new() { ConsistentHash = new() { HttpCookie = new() { Name = null!, Attributes = [null!, new() { Name = null! }] } } } }),
        Policy(new() { LoadBalancer = new() { LocalityLbSetting = new() { Distribute = [null!, new() { To = [new("a", 100)] }] } } }),
        Policy(new() { LoadBalancer = new() { LocalityLbSetting = new() { Failover = [null!, new()], FailoverPriority = [null!] } } }),
        Policy(new() { LoadBalancer = new() { ZoneAwareLbSetting = new() { Failover = [null!, new()], FailoverPriority = [null!] } } }),
        .. Enum.GetValues<ServiceEntryResolution>().Select(Entry),
        new WorkloadEntry { Metadata = Metadata, Spec = new() { Network = "n", Labels = [new("a", null!)] } },
        new WorkloadGroup { Metadata = Metadata, Spec = new() { Template = null, Metadata = new() { Labels = [new("a", null!)] }, Probe = new() { Exec = new() { Command = [null!] } } } },
        new Gateway { Metadata = new(), Spec = new() { Servers = [null!, new() { Port = null, Hosts = [null!] }, Server(new()), Server(null)] } },
        new Gateway { Metadata = Metadata, Spec = new() { Servers = [Server(new() { Mode = ServerTlsMode.Simple, TlsCertificates = [null!], CipherSuites = [null!] })] } },
    ];

    [TestCaseSource(nameof(Resources))]
    public void Nothing_throws_on_null(IResource resource) =>
        FluentActions.Invoking(() => ResourceSet.From([resource]).Analyze()).Should().NotThrow();

    private static DestinationRule Rule(DestinationRuleSpec spec) => new() { Metadata = Metadata, Spec = spec };

    private static DestinationRule Policy(TrafficPolicy policy) => Rule(new() { Host = "a", TrafficPolicy = policy });

    private static ServiceEntry Entry(ServiceEntryResolution resolution) => new()
    {
        Metadata = Metadata,
        Spec = new()
        {
            Hosts = [null!, "a"],
            Addresses = [null!],
            Ports = [null!, new() { Name = null!, Number = 1 }],
            Endpoints = [null!, new() { Labels = [new("a", null!)], Ports = [new("", 0)] }],
            WorkloadSelector = new() { Labels = [new("a", null!)] },
            ExportTo = [null!],
            Resolution = resolution,
        },
    };

    private static Server Server(ServerTlsSettings? tls) => new() { Port = new() { Number = 1, Name = null!, Protocol = null! }, Hosts = default, Tls = tls };
}
