using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Tests.Analysis;

public sealed class ServiceEntryValidationTests
{
    [Test]
    public void A_selector_with_a_wildcard_is_reported_alone() =>
        Findings.Of(Findings.Entry(new() { Hosts = ["*"], WorkloadSelector = new() { Labels = [new("app", "*")] }, ExportTo = ["?"] }))
            .Should().Equal("MESH2400");

    [Test]
    public void A_workload_without_address_and_network_is_looked_at_no_further() =>
        Findings.Of(Findings.Entry(new()
        {
            Hosts = ["orders.example.com"],
            Resolution = ServiceEntryResolution.Static,
            Endpoints = [new() { Ports = [new("http", 0)], Labels = [new("a b", "")] }],
        })).Should().Equal("MESH2450");

    [TestCase(ServiceEntryResolution.Static, "MESH2454", "MESH2456")]
    [TestCase(ServiceEntryResolution.Dns, "MESH2413", "MESH2422")]
    public void Ports_of_endpoints_have_the_rules_of_the_resolution(ServiceEntryResolution resolution, params string[] codes) =>
        Findings.Of(Findings.Entry(new()
        {
            Hosts = ["orders.example.com"],
            Resolution = resolution,
            Endpoints = [new() { Address = "10.0.0.1", Ports = [new("http", 70000)] }],
        })).Should().Equal(codes);

    [Test]
    public void A_port_without_protocol_needs_an_address_where_none_is_allocated()
    {
        ServiceEntrySpec spec = new() { Hosts = ["orders.example.com"], Ports = [new() { Number = 80, Name = "web" }], Resolution = ServiceEntryResolution.Dns };
        ServiceEntry entry = Findings.Entry(spec);

        Findings.Of(entry).Should().BeEmpty();
        Findings.Of(entry with { Metadata = entry.Metadata with { Labels = [new("networking.istio.io/enable-autoallocate-ip", "False")] } }).Should().Equal("MESH2415");
    }
}
