using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Apply;

public sealed class ApplyOrderTests
{
    [TestCase("", "Namespace", "", "ConfigMap")]
    [TestCase("apiextensions.k8s.io", "CustomResourceDefinition", "networking.istio.io", "Gateway")]
    [TestCase("", "ServiceAccount", "", "Secret")]
    [TestCase("rbac.authorization.k8s.io", "ClusterRole", "rbac.authorization.k8s.io", "ClusterRoleBinding")]
    [TestCase("", "ConfigMap", "apps", "Deployment")]
    [TestCase("networking.istio.io", "Sidecar", "apps", "Deployment")]
    [TestCase("security.istio.io", "PeerAuthentication", "", "Pod")]
    [TestCase("apps", "Deployment", "admissionregistration.k8s.io", "ValidatingWebhookConfiguration")]
    [TestCase("", "Service", "serving.knative.dev", "Service")]
    public void What_others_need_comes_first(string group, string kind, string laterGroup, string laterKind) =>
        ApplyOrder.LevelOf(Key(group, kind)).Should().BeLessThan(ApplyOrder.LevelOf(Key(laterGroup, laterKind)));

    [Test]
    public void Deletion_is_the_reverse_of_application()
    {
        ResourceKey[] keys = [Key("", "Service"), Key("", "Namespace"), Key("", "ConfigMap"), Key("apps", "Deployment"), Key("", "Secret")];

        ResourceKey[] applied = [.. ApplyOrder.ForApply(keys, k => k).SelectMany(level => level)];
        ResourceKey[] deleted = [.. ApplyOrder.ForDelete(keys, k => k).SelectMany(level => level)];

        applied.Select(k => k.Kind).Should().Equal("Namespace", "ConfigMap", "Secret", "Service", "Deployment");
        deleted.Should().Equal(applied.Reverse());
    }

    private static ResourceKey Key(string group, string kind) => new(group, "v1", kind, "shop", "a");
}
