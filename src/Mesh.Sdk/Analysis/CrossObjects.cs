using Mesh.Sdk.Analysis.Conflicts;
using Mesh.Sdk.Analysis.Filters;
using Mesh.Sdk.Analysis.Injection;
using Mesh.Sdk.Analysis.Platform;
using Mesh.Sdk.Analysis.References;
using Mesh.Sdk.Analysis.Statuses;
using Mesh.Sdk.Analysis.Workloads;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis;

/// <summary>What <c>istioctl analyze</c> finds by looking at several objects.</summary>
internal static class CrossObjects
{
    public static readonly IReadOnlyList<IAnalyzer> All =
    [
        new KindAnalyzer<VirtualService>(
            new DestinationHostExists(),
            new DestinationPortExists(),
            new DestinationNamesPort(),
            new DestinationSubsetExists(),
            new GatewayExists(),
            new GatewayIsInternal(),
            new HostIsInGateway(),
            new ClaimsAreAuthenticated(),
            new PatternsCompile(),
            new DelayIsGivenAsPercentage(),
            new MeshHostIsTakenOnce(),
            new SubsetsReachGateway()),
        new KindAnalyzer<DestinationRule>(
            new RuleHostExists(),
            new SubsetSelectsPods(),
            new RuleVerifiesServer(),
            new PortVerifiesServer()),
        new KindAnalyzer<Gateway>(
            new GatewaySelectsPods(),
            new GatewayPortIsServed(),
            new CredentialExists(),
            new CredentialIsUsable(),
            new GatewayHostIsServedOnce(),
            new CertificateIsPresentedOnce()),
        new KindAnalyzer<ServiceEntry>(
            new EntryHasAddresses(),
            new EntryProtocolIsOne()),
        new KindAnalyzer<Sidecar>(
            new SidecarSelectsPods(),
            new SidecarIsNotForAmbient(),
            new SidecarsSelectOtherPods(),
            new OneSidecarHasNoSelector(),
            new EgressProxyIsNotUsed()),
        new KindAnalyzer<Telemetry>(
            new TelemetrySelectsPods(),
            new TelemetriesSelectOtherPods(),
            new OneTelemetryHasNoSelector(),
            new LogHasProvider(),
            new TracerIsCurrent(),
            new SelectorMissesGateways<Telemetry>(telemetry => telemetry.Spec is { TargetRef: null, TargetRefs.Count: 0 } spec ? spec.Selector : null)),
        new KindAnalyzer<AuthorizationPolicy>(
            new PolicyFindsWorkloads(),
            new SourceNamespaceExists(),
            new SelectorMissesGateways<AuthorizationPolicy>(policy => policy.Spec is { TargetRef: null, TargetRefs.Count: 0 } spec ? spec.Selector : null)),
        new KindAnalyzer<RequestAuthentication>(
            new SelectorMissesGateways<RequestAuthentication>(policy => policy.Spec is { TargetRef: null, TargetRefs.Count: 0 } spec ? spec.Selector : null)),
        new KindAnalyzer<WasmPlugin>(
            new SelectorMissesGateways<WasmPlugin>(plugin => plugin.Spec is { TargetRef: null, TargetRefs.Count: 0 } spec ? spec.Selector : null)),
        new KindAnalyzer<EnvoyFilter>(
            new OrderDoesNotMatter(),
            new VersionsDoNotMatter(),
            new ReplacedIsFilter(),
            new AddedIsNoRoute(),
            new RemovedIsNoRoute(),
            new FilterKeepsRoute()),
        new KindAnalyzer<Service>(
            new PortNameSaysProtocol(),
            new ExternalPortIsNotTcp(),
            new ServiceIsAlike()),
        new KindAnalyzer<Deployment>(
            new PortHasOneProtocol(),
            new TargetPortHasOnePort(),
            new KeyFetchesAreConfined()),
        new KindAnalyzer<Namespace>(
            new NamespaceSaysInjection(),
            new NamespaceIsInjectedByDefault(),
            new NamespaceIsLabelledOnce(),
            new ProxyImageIsCurrent()),
        new KindAnalyzer<ConfigMap>(
            new NetworkRegistryExists()),
        new UntypedAnalyzer(
            "admissionregistration.k8s.io",
            "MutatingWebhookConfiguration",
            new WebhooksDoNotOverlap(),
            new WebhookServiceExists(),
            new ExternalAddressIsGiven(),
            new ExternalAddressIsName()),
        new UntypedAnalyzer(
            "admissionregistration.k8s.io",
            "ValidatingWebhookConfiguration",
            new ExternalAddressIsGiven(),
            new ExternalAddressIsName()),
        new UntypedAnalyzer(
            "apiextensions.k8s.io",
            "CustomResourceDefinition",
            new GatewayApiServesBeta(),
            new GatewayApiServesStable(),
            new GatewayApiIsNewEnough(),
            new DefinitionIsServed()),
        new PodAnalyzer(
            new PodHasProxy(),
            new UserIsNotTheProxy(),
            new ImageIsChosenByInjection(),
            new PodImageIsKnown()),
        new AnnotationAnalyzer(),
        new ConditionAnalyzer(),
    ];
}
