using System.Text;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Kubernetes.Requests;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Kubernetes;

public sealed class BodiesTests
{
    [Test]
    public void A_body_has_no_more_than_one_field_a_line_and_no_indents()
    {
        DestinationRule rule = new() { Metadata = new("orders", "shop"), Spec = new() { Host = "orders", Subsets = [new() { Name = "v1" }] } };

        string body = Encoding.UTF8.GetString(Bodies.Of(rule, TargetVersions.Current).Span);

        body.Split('\n').Should().ContainInOrder("\"host\": \"orders\",", "\"subsets\": [", "{", "\"name\": \"v1\"", "}").And.NotContain(line => line.StartsWith(' '));
        new ResourceReader(IstioKinds.All).Read(body).Should().Equal(rule);
    }
}
