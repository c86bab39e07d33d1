namespace Mesh.Sdk.Kubernetes;

/// <summary>Why a cluster refused. Source: Kubernetes API, <c>metav1.StatusReason</c>.</summary>
public enum KubernetesErrorReason
{
    /// <summary>The server gave none that is known here.</summary>
    Unknown,

    /// <summary>The server does not know who asks (401).</summary>
    Unauthorized,

    /// <summary>Whoever asks may not do this (403).</summary>
    Forbidden,

    /// <summary>There is no such object, namespace or kind (404).</summary>
    NotFound,

    /// <summary>An object of this name exists (409).</summary>
    AlreadyExists,

    /// <summary>Another manager owns a field, the object has changed, or a precondition does not hold (409).</summary>
    Conflict,

    /// <summary>What is asked for is gone for good (410).</summary>
    Gone,

    /// <summary>The resource version or continue token is too old; list again (410).</summary>
    Expired,

    /// <summary>The object breaks a rule of its kind (422).</summary>
    Invalid,

    /// <summary>The server could not do it in time and may be asked again (500).</summary>
    ServerTimeout,

    /// <summary>The request took too long (504).</summary>
    Timeout,

    /// <summary>The server has too much to do (429).</summary>
    TooManyRequests,

    /// <summary>The request is malformed; with strict field validation also when a field is unknown or stands twice (400).</summary>
    BadRequest,

    /// <summary>The kind does not allow this action (405).</summary>
    MethodNotAllowed,

    /// <summary>The server has no such form of the answer (406).</summary>
    NotAcceptable,

    /// <summary>The object is too large (413).</summary>
    RequestEntityTooLarge,

    /// <summary>The server does not read this form of body (415).</summary>
    UnsupportedMediaType,

    /// <summary>The server failed, or an admission webhook could not be asked (500).</summary>
    InternalError,

    /// <summary>The server is not ready (503).</summary>
    ServiceUnavailable,

    /// <summary>The server can't read what it has stored (500).</summary>
    StoreReadError,
}
